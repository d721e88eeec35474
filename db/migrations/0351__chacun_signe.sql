-- Nobody signs for somebody else. A fact, an answer, a note, a reading are those of whoever holds the session; what comes by the public
-- door is the reporter's. The program says so already: with this, a mistake of a page, or words smuggled into a statement, cannot make a
-- child read an answer that no adult wrote, nor put an act or a reading to the account of a colleague.
create policy signe on confidentiel.fait as restrictive for insert to preau_agent
  with check (par = (select acces.moi()));
create policy declare on confidentiel.fait as restrictive for insert to preau_public
  with check (par is null and qualite = 'declarant' and verbe like 'signalement.%');
create policy signe on confidentiel.message as restrictive for insert to preau_agent
  with check (auteur = 'agent' and agent = (select acces.moi()));
create policy declare on confidentiel.message as restrictive for insert to preau_public
  with check (auteur = 'declarant' and qualite = 'declarant');
create policy signe on confidentiel.note as restrictive for insert to preau_agent
  with check (agent = (select acces.moi()));
create policy signe on confidentiel.consultation as restrictive for insert to preau_agent
  with check (agent = (select acces.moi()));
