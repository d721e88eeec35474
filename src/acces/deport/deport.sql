-- deporter | nonnull: fait
select acces.deporter(:fil, :agent, :motif) as fait

-- relever | nonnull: fait
select acces.relever(:fil, :agent) as fait

-- deports | nonnull: agent, prenom, nom, motif, le
select agent, prenom, nom, motif, le from acces.deports_de(:fil)
