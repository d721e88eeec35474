-- The digest of a fact, written out: the same bytes (travaux/ancres/empreintes.ts computes them apart), a twentieth of the time.
-- A list put in rows, sorted and gathered again cost each report as much as all its other writes together.
create or replace function confidentiel.empreinte_fait(
  p_acad text, p_fil uuid, p_rang integer, p_verbe text, p_par uuid, p_qualite text, p_le timestamptz, p_detail jsonb, p_precedent bytea)
  returns bytea language sql immutable parallel safe
  return pg_catalog.sha256(p_precedent || pg_catalog.convert_to(
    pg_catalog.octet_length(p_acad) || ':' || p_acad
    || '36:' || p_fil::text
    || pg_catalog.octet_length(p_rang::text) || ':' || p_rang::text
    || pg_catalog.octet_length(p_verbe) || ':' || p_verbe
    || case when p_par is null then '0:' else '36:' || p_par::text end
    || pg_catalog.octet_length(p_qualite) || ':' || p_qualite
    || pg_catalog.octet_length((extract(epoch from p_le) * 1000000)::bigint::text) || ':' || (extract(epoch from p_le) * 1000000)::bigint::text
    || pg_catalog.octet_length(p_detail::text) || ':' || p_detail::text, 'UTF8'));
