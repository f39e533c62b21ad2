namespace GovBudget.Model.Forms;

/// <summary>Reads the performance forms (绩效目标表, 绩效自评表) among the tables of a document: labels are matched by name, never by position.</summary>
internal static class PerformanceReader
{
    /// <summary>Reads all forms of those tables, in printed order.</summary>
    /// <param name="tables">Performance tables in printed order; one without a title of its own goes on with the form before it.</param>
    /// <param name="identity">Whose document it is.</param>
    public static List<PerformanceReading> Read(IEnumerable<FoundTable> tables, DocumentIdentity identity)
    {
        var readings = new List<PerformanceReading>();
        FormRows? form = null;
        foreach (var table in tables)
        {
            var title = table.Heading.Title;
            if (form is null || (title.Length > 0 && PerformanceLabels.SectionOf(title) is null))
            {
                Close();
                form = new FormRows(table);
            }
            else
            {
                form.Continue(table);
            }
            form.Read();
            form.Draft.Notes.AddRange(table.NotesBelow);
        }
        Close();
        return readings;

        void Close()
        {
            if (form is null) return;
            readings.AddRange(form.Finished.Where(d => !d.IsEmpty).Select(d => d.Build(identity)));
        }
    }
}
