-- A year's actions gathered in a spreadsheet: taken in as proposed, by the département or the communication team, in their own
-- name; or by the operator's command, as the owner. From there they go the common way: validated, then published.
create policy importe on prevention.action for insert to preau_agent
  with check (etat = 'proposee' and acad = (select acces.mon_academie()) and declaree_par = (select acces.moi()) and proposee_par = (select acces.moi())
    and (dept = any ((select acces.mes_departements())::text[]) or (select acces.ai_role(array['communication'])))
    and exists (select from annuaire.etablissement e where e.acad = action.acad and e.etab = action.etab
      and e.dept = action.dept and e.circo is not distinct from action.circo));
create policy proprietaire_lit on prevention.action for select to preau_proprietaire using (true);
create policy proprietaire_importe on prevention.action for insert to preau_proprietaire with check (etat = 'proposee');
create policy proprietaire_lit on prevention.temps_fort for select to preau_proprietaire using (true);
create policy proprietaire_note on prevention.action_pas for insert to preau_proprietaire with check (verbe = 'action.importer');
