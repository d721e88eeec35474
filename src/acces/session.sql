-- presenter | nonnull: acad, agent, finit_le, prenom, nom, mail, octrois
-- Mandates with the name of their place: the school, the circonscription or the département; null for the whole académie.
select acad, agent, finit_le, prenom, nom, mail, mandats, octrois from acces.presenter(:empreinte)
