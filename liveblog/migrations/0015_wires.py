"""Feeds, messages, what an item says, tasks, and the inbox's index of words (as in 0013)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from liveblog.sanitise import body_text
from liveblog.words import indexed

POSTGRESQL = """
CREATE TABLE liveblog_wire_words (
    rowid bigint PRIMARY KEY,
    headline text NOT NULL,
    body text NOT NULL,
    marks text NOT NULL,
    liveblog_wire_words tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', headline), 'A') || setweight(to_tsvector('simple', body), 'B')
        || setweight(to_tsvector('simple', marks), 'D')
    ) STORED
);
CREATE INDEX liveblog_wire_words_found ON liveblog_wire_words USING gin (liveblog_wire_words);
"""
SQLITE = """
CREATE VIRTUAL TABLE liveblog_wire_words USING fts5(headline, body, marks, tokenize='ascii', prefix='3 4 5');
"""


def create(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    schema_editor.execute(POSTGRESQL if vendor == 'postgresql' else SQLITE)


def drop(apps, schema_editor):
    schema_editor.execute('DROP TABLE liveblog_wire_words')


def fill(apps, schema_editor):
    """Chains that were here before: their newest item is what they list."""
    words = apps.get_model('liveblog', 'WireWords')
    for chain in apps.get_model('liveblog', 'WireChain').objects.iterator():
        newest = chain.items.order_by('-received_at', '-pk').first()
        if newest is None:
            continue
        chain.newest, chain.is_advisory = newest, newest.is_advisory
        chain.moved_at = newest.received_at
        chain.save()
        words.objects.create(
            chain=chain,
            headline=indexed(f'{newest.headline} {chain.guid}'),
            body=indexed(body_text(newest.body)),
            marks='',
        )


class Migration(migrations.Migration):

    dependencies = [
        ('liveblog', '0014_static_export'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='InboxFilter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60)),
                ('query', models.CharField(help_text="As in the inbox's address.", max_length=1000)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='WireFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('kind', models.CharField(choices=[('address', 'A web address that is asked'), ('folder', 'A folder files are put into'), ('push', 'The agency sends to us')], default='address', max_length=10)),
                ('address', models.CharField(blank=True, help_text="The web address, or the folder's path.", max_length=2000)),
                ('form', models.CharField(default='auto', help_text='What the files are written in. “auto”: each file tells.', max_length=20, verbose_name='format')),
                ('timezone', models.CharField(blank=True, help_text='The zone of times that name none: Europe/Helsinki.', max_length=64)),
                ('services', models.JSONField(blank=True, default=dict, help_text='What its service codes mean: {"eca": "Economy"}.')),
                ('levels', models.JSONField(blank=True, default=dict, help_text='What its urgencies mean, from 1 (flash) to 5 (deferred): {"4": 4}.')),
                ('interval', models.PositiveIntegerField(default=60, help_text='Seconds between two looks at the address or into the folder.')),
                ('retention_days', models.PositiveIntegerField(default=30, help_text='Days after which files and unused items are deleted.')),
                ('is_active', models.BooleanField(default=True, verbose_name='active')),
                ('key_digest', models.CharField(blank=True, editable=False, max_length=64)),
                ('revision', models.PositiveIntegerField(default=1, editable=False)),
                ('etag', models.CharField(blank=True, editable=False, max_length=500)),
                ('last_modified', models.CharField(blank=True, editable=False, max_length=100)),
                ('next_attempt_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('lease', models.CharField(blank=True, editable=False, max_length=40)),
                ('leased_until', models.DateTimeField(blank=True, editable=False, null=True)),
                ('attempts', models.PositiveIntegerField(default=0, editable=False)),
                ('tried_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('succeeded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('item_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('lag_seconds', models.PositiveIntegerField(blank=True, editable=False, help_text="From the agency's time of the last new item to its arrival here.", null=True)),
                ('error', models.CharField(blank=True, editable=False, max_length=500)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='WireMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text="The file's name, or its address.", max_length=500)),
                ('digest', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('raw', models.BinaryField(help_text="zlib's; empty once it has been purged.", null=True)),
                ('received_at', models.DateTimeField()),
                ('taken_at', models.DateTimeField(help_text='When all that is in it had been stored.', null=True)),
                ('purged_at', models.DateTimeField(null=True)),
                ('refused', models.JSONField(default=list, help_text='What in it could not be used: a list of {guid, why}.')),
            ],
        ),
        migrations.CreateModel(
            name='WireTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('update', 'New version'), ('correction', 'Correction'), ('hold', 'Hold'), ('release', 'Released'), ('kill', 'Kill'), ('match', 'Which item is meant?'), ('lifted', 'Embargo over')], max_length=12)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='WireWords',
                    fields=[
                        ('chain', models.OneToOneField(db_column='rowid', db_constraint=False, on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='words', serialize=False, to='liveblog.wirechain')),
                        ('headline', models.TextField(blank=True)),
                        ('body', models.TextField(blank=True)),
                        ('marks', models.TextField(blank=True)),
                    ],
                    options={
                        'verbose_name_plural': 'wire words',
                        'db_table': 'liveblog_wire_words',
                    },
                ),
            ],
            database_operations=[migrations.RunPython(create, drop)],
        ),
        migrations.RemoveConstraint(
            model_name='wireitem',
            name='wire_version_per_chain',
        ),
        migrations.AddField(
            model_name='attribution',
            name='item',
            field=models.ForeignKey(blank=True, help_text='The wire item it was taken from: if that is killed, the entry goes too.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='liveblog.wireitem'),
        ),
        migrations.AddField(
            model_name='entry',
            name='rights_expired_at',
            field=models.DateTimeField(blank=True, editable=False, help_text='Since when the contract allows the copy it carries no longer.', null=True),
        ),
        migrations.AddField(
            model_name='mediaasset',
            name='wire_item',
            field=models.ForeignKey(blank=True, editable=False, help_text='The wire item it came with: killed with it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pictures', to='liveblog.wireitem'),
        ),
        migrations.AddField(
            model_name='rightsprofile',
            name='after_expiry',
            field=models.CharField(choices=[('link', "Its time, its credit and a link to the agency's own page"), ('withdraw', 'Nothing: it is withdrawn')], default='link', help_text='What remains of an update whose text must go.', max_length=10),
        ),
        migrations.AddField(
            model_name='wirechain',
            name='canceled_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='wirechain',
            name='embargo_unsure',
            field=models.BooleanField(default=False, help_text='Under embargo, and nobody knows until when.'),
        ),
        migrations.AddField(
            model_name='wirechain',
            name='is_advisory',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='wirechain',
            name='level',
            field=models.PositiveSmallIntegerField(choices=[(1, 'Flash'), (2, 'Bulletin'), (3, 'Urgent'), (4, 'Routine'), (5, 'Deferred')], default=4),
        ),
        migrations.AddField(
            model_name='wirechain',
            name='lifted_at',
            field=models.DateTimeField(blank=True, help_text='When the end of its embargo was told to the editors.', null=True),
        ),
        migrations.AddField(
            model_name='wirechain',
            name='moved_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='wirechain',
            name='newest',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='liveblog.wireitem'),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='byline',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='copyright_holder',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='copyright_notice',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='counts',
            field=models.BooleanField(default=True, help_text="Whether its feed may hold, correct or kill this provider's items."),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='credit',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='credited',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='liveblog.source'),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='dateline',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='digest',
            field=models.CharField(blank=True, help_text='Of what it says.', max_length=64),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='embargo_closed',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='embargo_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='expires_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='kind',
            field=models.CharField(default='text', max_length=10),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='language',
            field=models.CharField(blank=True, max_length=35),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='level',
            field=models.PositiveSmallIntegerField(choices=[(1, 'Flash'), (2, 'Bulletin'), (3, 'Urgent'), (4, 'Routine'), (5, 'Deferred')], default=4),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='media',
            field=models.JSONField(blank=True, default=list, help_text='A list of {url, kind, mime_type, caption, credit}.'),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='parts',
            field=models.JSONField(blank=True, default=list, help_text="Guids of a package's items."),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='provider_name',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='pub_status',
            field=models.CharField(choices=[('usable', 'Usable'), ('withheld', 'Withheld'), ('canceled', 'Canceled')], default='usable', max_length=10),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='services',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='signals',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='slugline',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='source_name',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='subjects',
            field=models.JSONField(blank=True, default=list, help_text='A list of [code, name].'),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='take',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='urgency',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='urgency_raw',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='url',
            field=models.CharField(blank=True, max_length=2000),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='usage_terms',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='version_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='warnings',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AlterField(
            model_name='sharededit',
            name='kind',
            field=models.CharField(choices=[('source', 'Source'), ('rights', 'Rights profile'), ('media', 'Picture'), ('embed', 'Embed'), ('topic', 'Topic'), ('blog', 'Neighbouring live blog'), ('wire', 'Wire chain')], max_length=10),
        ),
        migrations.AddField(
            model_name='inboxfilter',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inbox_filters', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='wirefeed',
            name='credited',
            field=models.ForeignKey(blank=True, help_text='Whom readers are told where an item names nobody known. Empty: the provider.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='liveblog.source'),
        ),
        migrations.AddField(
            model_name='wirefeed',
            name='provider',
            field=models.ForeignKey(help_text='Whose items these are: their contract and their guids.', on_delete=django.db.models.deletion.PROTECT, related_name='feeds', to='liveblog.source'),
        ),
        migrations.AddField(
            model_name='wirefeed',
            name='retracts',
            field=models.ManyToManyField(blank=True, help_text='Whose items a message of this feed may hold, correct or kill.', related_name='+', to='liveblog.source'),
        ),
        migrations.AddField(
            model_name='wirechain',
            name='feed',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='chains', to='liveblog.wirefeed'),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='feed',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='liveblog.wirefeed'),
        ),
        migrations.AddIndex(
            model_name='wirechain',
            index=models.Index(fields=['-moved_at', '-id'], name='chain_moved'),
        ),
        migrations.AddIndex(
            model_name='wirechain',
            index=models.Index(fields=['feed', '-moved_at', '-id'], name='chain_feed_moved'),
        ),
        migrations.AddIndex(
            model_name='wirechain',
            index=models.Index(fields=['level', '-moved_at', '-id'], name='chain_level_moved'),
        ),
        migrations.AddIndex(
            model_name='wirechain',
            index=models.Index(fields=['guid'], name='chain_guid'),
        ),
        migrations.AddIndex(
            model_name='wirechain',
            index=models.Index(condition=models.Q(('embargo_until__isnull', False), ('lifted_at__isnull', True)), fields=['embargo_until'], name='chain_embargo_due'),
        ),
        migrations.AddField(
            model_name='wiremessage',
            name='feed',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='liveblog.wirefeed'),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='message',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='items', to='liveblog.wiremessage'),
        ),
        migrations.AddIndex(
            model_name='wireitem',
            index=models.Index(fields=['received_at'], name='wire_item_received'),
        ),
        migrations.AddConstraint(
            model_name='wireitem',
            constraint=models.UniqueConstraint(fields=('chain', 'version', 'digest'), name='wire_version_per_chain'),
        ),
        migrations.AddField(
            model_name='wiretask',
            name='closed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='wiretask',
            name='entry',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='wire_tasks', to='liveblog.entry'),
        ),
        migrations.AddField(
            model_name='wiretask',
            name='item',
            field=models.ForeignKey(help_text='What brought it.', on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='liveblog.wireitem'),
        ),
        migrations.AddField(
            model_name='wiretask',
            name='team',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='liveblog.team'),
        ),
        migrations.AddConstraint(
            model_name='inboxfilter',
            constraint=models.UniqueConstraint(fields=('user', 'name'), name='inbox_filter_name'),
        ),
        migrations.AddConstraint(
            model_name='wirefeed',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='wire_feed_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='wirefeed',
            constraint=models.CheckConstraint(condition=models.Q(('interval__gte', 5)), name='wire_feed_looks_every_5_seconds_at_most'),
        ),
        migrations.AddIndex(
            model_name='wiremessage',
            index=models.Index(condition=models.Q(('purged_at__isnull', True)), fields=['received_at'], name='wire_raw_kept'),
        ),
        migrations.AddConstraint(
            model_name='wiremessage',
            constraint=models.UniqueConstraint(fields=('feed', 'digest'), name='wire_message_once'),
        ),
        migrations.AddIndex(
            model_name='wiretask',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['team', '-opened_at'], name='wire_task_open'),
        ),
        migrations.AddConstraint(
            model_name='wiretask',
            constraint=models.UniqueConstraint(condition=models.Q(('entry__isnull', False)), fields=('kind', 'item', 'entry'), name='wire_task_once_an_entry'),
        ),
        migrations.AddConstraint(
            model_name='wiretask',
            constraint=models.UniqueConstraint(condition=models.Q(('entry__isnull', True)), fields=('kind', 'item'), name='wire_task_once'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
