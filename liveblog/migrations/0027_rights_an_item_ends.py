from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    dependencies = [
        ('liveblog', '0026_advisory_moved'),
    ]

    operations = [
        migrations.AddField(
            model_name='mediaasset',
            name='own_chain',
            field=models.ForeignKey(blank=True, editable=False, help_text='Where its agency sends it as an item of its own: killed and held with that too.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='own_pictures', to='liveblog.wirechain'),
        ),
        migrations.AddField(
            model_name='wireitem',
            name='rights_until',
            field=models.DateTimeField(blank=True, help_text='When the rights in it end by its own words; its contract may end them sooner.', null=True),
        ),
        migrations.AlterField(
            model_name='wireitem',
            name='expires_at',
            field=models.DateTimeField(blank=True, help_text='When the agency considers it out of date.', null=True),
        ),
        migrations.AddIndex(
            model_name='wireitem',
            index=models.Index(condition=models.Q(('rights_until__isnull', False)), fields=['rights_until'], name='wire_item_rights_end'),
        ),
    ]
