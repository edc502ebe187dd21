# JSON::Validator supports drafts up to 2019-09, in which the schema means the same.
use strict;
use warnings;
use JSON::PP;
use JSON::Validator;

my $json = JSON::PP->new->utf8;
my ($brief, $groups) = @{ $json->decode(do { local $/; <STDIN> }) };
$brief->{'$schema'} = "https://json-schema.org/draft/2019-09/schema";
my $schema = JSON::Validator->new->schema($brief)->schema->resolve;

my @verdicts;
for my $group (@$groups) {
    my ($pointer) = $group->{schema}{'$ref'} =~ /#(.+)/;
    my $type = $schema->get($pointer // "");
    push @verdicts, [map { $schema->validate($_->{data}, $type) ? JSON::PP::false : JSON::PP::true } @{ $group->{tests} }];
}
print $json->encode(\@verdicts);
