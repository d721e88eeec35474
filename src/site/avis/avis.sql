-- donner
select prevention.donner_avis(:acad, :qui, :trouve)
