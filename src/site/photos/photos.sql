-- octetsPublics
-- Asked each time, and answered by the policy: published, not withdrawn, of an action that is itself published.
select case when :petite then petite else grande end as octets from prevention.photo
  where acad = :acad and id = :id and publiee_le is not null and retiree_le is null
