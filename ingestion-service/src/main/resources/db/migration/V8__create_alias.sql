-- Under which references an entity is found beside its own: alias:namespace/name for its name
-- without the kind, and both forms for each of its aliases.
create table entity_alias (
  alias   text collate "C" not null,
  ref     text collate "C" not null,
  -- The other portal in whose words the entity was described; empty for a descriptor.
  dialect text not null,
  primary key (alias, ref)
);

insert into entity_alias (alias, ref, dialect)
select 'alias:' || split_part(ref, ':', 2), ref, '' from entity where not deleted;

-- The references, as they are said, of entities that refer to others by any of their names.
create table alias_use (
  ref   text collate "C" not null,
  alias text collate "C" not null,
  primary key (ref, alias)
);

create index alias_use_of_alias on alias_use (alias);

-- Entities that are to be merged again, as who has a name that they refer to is another now.
create table merge_due (
  ref text collate "C" primary key
);
