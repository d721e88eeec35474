-- ouvrirSession | nonnull: agent
-- No row: unknown to the directory, or no mandate today.
select agent from acces.ouvrir_session(:acad, :sub, :mail, :empreinte, :jeton, '12 hours')

-- fermerSession
-- Gives back the sealed id_token, once.
select acces.fermer_session(:empreinte) as jeton
