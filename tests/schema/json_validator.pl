# JSON::Validator reads drafts up to 2019-09, in which the schema means the same.
use strict;
use warnings;
use JSON::PP;
use JSON::Validator;

my $json = JSON::PP->new->utf8;
my ($schema, $groups) = @{ $json->decode(do { local $/; <STDIN> }) };
my $draft = "https://json-schema.org/draft/2019-09/schema";
$schema->{'$schema'} = $draft;

my @verdicts;
for my $group (@$groups) {
    my ($name) = $group->{schema}{'$ref'} =~ m{#/\$defs/(.+)};
    my $asked = $name ? { '$schema' => $draft, '$ref' => "#/\$defs/$name", '$defs' => $schema->{'$defs'} } : $schema;
    my $validator = JSON::Validator->new->schema($asked);
    push @verdicts, [map { $validator->validate($_->{data}) ? JSON::PP::false : JSON::PP::true } @{ $group->{tests} }];
}
print $json->encode(\@verdicts);
