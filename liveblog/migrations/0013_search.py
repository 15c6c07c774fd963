"""The index of words: a table whose column of its own name is searched.

PostgreSQL keeps that column itself; in SQLite the table is FTS5's, which has one.
"""

import django.db.models.deletion
from django.db import migrations, models

from liveblog.words import indexed

POSTGRESQL = """
CREATE TABLE liveblog_words (
    rowid bigint PRIMARY KEY,
    headline text NOT NULL,
    body text NOT NULL,
    liveblog_words tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', headline), 'A') || setweight(to_tsvector('simple', body), 'B')
    ) STORED
);
CREATE INDEX liveblog_words_found ON liveblog_words USING gin (liveblog_words);
"""
SQLITE = """
CREATE VIRTUAL TABLE liveblog_words USING fts5(headline, body, tokenize='ascii', prefix='3 4 5');
"""


def create(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    schema_editor.execute(POSTGRESQL if vendor == 'postgresql' else SQLITE)


def drop(apps, schema_editor):
    schema_editor.execute('DROP TABLE liveblog_words')


def fill(apps, schema_editor):
    entries = apps.get_model('liveblog', 'Entry').objects.filter(state='published')
    words = apps.get_model('liveblog', 'EntryWords')
    batch = []
    for pk, headline, text in entries.values_list('pk', 'headline', 'body_text').iterator():
        batch.append(words(entry_id=pk, headline=indexed(headline), body=indexed(text)))
        if len(batch) == 500:
            words.objects.bulk_create(batch)
            batch = []
    words.objects.bulk_create(batch)


class Migration(migrations.Migration):

    dependencies = [
        ('liveblog', '0012_preview_links'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='EntryWords',
                    fields=[
                        ('entry', models.OneToOneField(db_column='rowid', db_constraint=False, on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='words', serialize=False, to='liveblog.entry')),
                        ('headline', models.TextField(blank=True)),
                        ('body', models.TextField(blank=True)),
                    ],
                    options={
                        'verbose_name_plural': 'entry words',
                        'db_table': 'liveblog_words',
                    },
                ),
            ],
            database_operations=[migrations.RunPython(create, drop)],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
