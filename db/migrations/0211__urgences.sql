-- What put a report first may turn out otherwise: it is lifted with its reason, and put back.
grant update (urgences) on confidentiel.signalement to preau_agent;
