using System.Globalization;
using System.Text.RegularExpressions;
using GovBudget.Model.Forms;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>Sets the typed model as a layout in the look of the official forms: what workbooks and PDFs are printed from.</summary>
/// <remarks>
/// <para>Every statement and every performance form stands on a page of its own, under the title on its cover where the document has one; self-evaluations
/// stand behind the text. <c>DocumentReader.Read(DocumentWriter.Write(document)).Document</c>
/// equals the document for whatever official tables can show. They cannot show:</para>
/// <list type="bullet">
/// <item>level, day of publication, duties and staffing that neither the department's name nor the text states, units covered where no text leads to
/// them;</item>
/// <item>in a performance form (绩效目标表, 绩效自评表): a title that speaks of another kind of form, a text that reads as one of the form's labels, a blank under a
/// level of
/// indicators (it reads as the one above), lines whose other years are not the same, goals of one term that have neither name nor text;</item>
/// <item>a statement without a title (it is given its form's), or with one that its form does not recognise; a label, note or cover title that does not read
/// like one;</item>
/// <item>a column that is not listed in <see cref="Statement.Columns"/> (it is printed, and listed when read), or whose header the form reads as another
/// column;</item>
/// <item>white space and quotes in the department's name, white space around a label, a blank label before the first named line of a coded table (it reads
/// 合计);</item>
/// <item>a line with neither label, code, figure nor text; a figure in a unit that is neither its column's or label's nor one of money or %.</item>
/// </list>
/// </remarks>
public static partial class DocumentWriter
{
    private const double CoverSize = 22, DaySize = 16;

    /// <summary>Sets a document as a layout.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sums">Whether to mark the figures of statements that are the sum of others (<see cref="GridCell.SumOf"/>): by the form's own identities,
    /// where the printed figures add up exactly.</param>
    /// <param name="edition">In the look of which edition of the forms; by default the document's own (<see cref="FormEdition.Of"/>).</param>
    /// <param name="leads">Whether lines of text that head the tables (第二部分 …表, 一、收入支出决算总表) stand on the tables' pages; else with the text before and behind
    /// them, as workbooks need it, whose sheets are tables.</param>
    /// <returns>One page for its cover, where it has a title or its tables do not say whose document of which year it is, one for each statement and
    /// performance form, and one for text before and behind them.</returns>
    public static DocumentLayout Write(BudgetDocument document, bool sums = false, FormEdition? edition = null, bool leads = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        edition ??= FormEdition.Of(document);
        var pages = new List<LayoutPage>();
        var blocks = new List<LayoutBlock>();
        var cover = Cover(document).ToList();
        var dated = 0;
        if (cover.Count > 0)
        {
            pages.Add(new LayoutPage(1, "封面"));
            blocks.AddRange(cover.Select(text => new Paragraph(text, new Place(1)) { Centered = true, Bold = true, FontSize = CoverSize }));
            if (document.Title is not null && document.TablesAt > 0 && document.Paragraphs is [var day, ..] && DayPattern().IsMatch(day))
            {
                blocks.Add(new Paragraph(day, new Place(1)) { Centered = true, FontSize = DaySize });
                dated = 1;
            }
        }
        var told = document.TablesAt - (leads ? LeadCount(document, dated) : 0); // what stands over the tables, on their pages
        AddText(document.Paragraphs.Take(told).Skip(dated), "概况");
        // the list of units that the text announces
        if (document.TablesAt > 0 && blocks.Count > 0) blocks.AddRange(OverviewTables.Print(document, blocks[^1].Place));
        foreach (var statement in document.Statements)
        {
            var page = pages.Count + 1;
            pages.Add(new LayoutPage(page, SheetName(statement, page)));
            while (told < document.TablesAt
                || (leads && blocks.Exists(b => b is Grid) && told < document.Paragraphs.Count && Announces(document.Paragraphs[told], statement)))
            {
                blocks.Add(new Paragraph(document.Paragraphs[told++], new Place(page)) { Bold = true });
            }
            blocks.AddRange(Write(statement, edition, document.Year, new Place(page), sums));
        }
        // Goals are published with a budget's tables, self-evaluations behind the text of final accounts; where there is no table the text parts at the forms.
        var withTables = document.Statements.Count > 0 ? document.Performance.TakeWhile(f => f is not SelfEvaluation).Count() : document.Performance.Count;
        foreach (var form in document.Performance.Take(withTables)) AddForm(form);
        AddText(document.Paragraphs.Skip(told), "情况说明");
        foreach (var form in document.Performance.Skip(withTables)) AddForm(form);
        return new DocumentLayout { Pages = pages.ToValueList(), Blocks = blocks.ToValueList() };

        void AddForm(PerformanceForm form)
        {
            var page = pages.Count + 1;
            pages.Add(new LayoutPage(page, form is ProjectGoals or ProjectSelfEvaluation ? $"{form.KindName[2..]} {form.Subject}".TrimEnd() : form.KindName));
            blocks.AddRange(Write(form, document.Organisation, new Place(page)));
        }

        void AddText(IEnumerable<string> paragraphs, string name)
        {
            var page = pages.Count + 1;
            var text = paragraphs.Select(p => new Paragraph(p, new Place(page))).ToList();
            if (text.Count == 0) return;
            pages.Add(new LayoutPage(page, name));
            blocks.AddRange(text);
        }
    }

    /// <summary>Sets one statement: its heading, its table, its notes.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="kind">Whether it belongs to a budget or to final accounts.</param>
    /// <param name="year">The document's year; null where unknown.</param>
    /// <param name="place">The page it stands on.</param>
    /// <param name="sums">Whether to mark the figures that are the sum of others.</param>
    public static IEnumerable<LayoutBlock> Write(Statement statement, DocumentKind kind, int? year, Place place,
        bool sums = false) => Write(statement, FormEdition.For(kind, year), year, place, sums);

    /// <summary>Sets one statement: its heading, its table, its notes.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="edition">In the look of which edition of the forms.</param>
    /// <param name="year">The document's year; null where unknown.</param>
    /// <param name="place">The page it stands on.</param>
    /// <param name="sums">Whether to mark the figures that are the sum of others.</param>
    public static IEnumerable<LayoutBlock> Write(Statement statement, FormEdition edition, int? year, Place place, bool sums = false)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(edition);
        var form = OfficialForms.Of(statement.Kind);
        var notesBelow = statement.Notes.Select((note, i) => (note, i)).All(n => NoteText.IsBelow(n.note, n.i > 0));
        var table = StatementLayout.Table(statement, form, edition, year, notesBelow ? default : statement.Notes, place, sums);
        var blocks = new List<LayoutBlock>(HeadingLines.Above(statement, form, edition, place));
        if (table is not null) blocks.Add(table);
        if (notesBelow) blocks.AddRange(statement.Notes.Select(note => new Paragraph(note, place)));
        return blocks;
    }

    /// <summary>Sets one performance form: its title, its table, its notes.</summary>
    /// <param name="form">The form.</param>
    /// <param name="organisation">Whose document it stands in; null where unknown.</param>
    /// <param name="place">The page it stands on.</param>
    public static IEnumerable<LayoutBlock> Write(PerformanceForm form, string? organisation, Place place)
    {
        ArgumentNullException.ThrowIfNull(form);
        return PerformanceLayout.Write(form, organisation, place);
    }

    /// <summary>How many of the last lines before the tables head them: 第二部分 …表, 一、 and the first table's name.</summary>
    private static int LeadCount(BudgetDocument document, int from)
    {
        if (document.Statements.Count == 0) return 0;
        var at = document.TablesAt;
        if (at > from && Announces(document.Paragraphs[at - 1], document.Statements[0])) at--;
        if (at > from && TablesPartPattern().IsMatch(document.Paragraphs[at - 1])) at--;
        return document.TablesAt - at;
    }

    [GeneratedRegex(@"^第[一二三四五六七八九十\d]{1,3}部分.{0,40}表$")]
    private static partial Regex TablesPartPattern();

    /// <summary>Whether a line of text is a numbered heading that names the statement: 二、收入决算表.</summary>
    private static bool Announces(string text, Statement statement) =>
        statement.Title.Length > 0
            && Label.HasOrdinal(text)
            && TableHeading.Core(Label.Name(text), statement.Organisation) == TableHeading.Core(statement.Title, statement.Organisation);

    [GeneratedRegex(@"^\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?$")]
    private static partial Regex DayPattern();

    /// <summary>The title, and what the tables do not say: the department, the year, the family.</summary>
    private static IEnumerable<string> Cover(BudgetDocument document)
    {
        if (document.Title is { } title) yield return title;
        var headings = document.Statements.Select(s => (s.Organisation, Year: s.Year ?? new TableHeading().With(s.Title).Year)).ToList();
        if (document.Organisation is { } organisation && headings.TrueForAll(h => h.Organisation is null)) yield return $"部门：{organisation}";
        if (document.Title is null && document.Year is { } year && headings.TrueForAll(h => h.Year is null)) yield return $"{year}年度";
        if (document is FinalAccounts && document.Title is null && !document.Statements.Any(s => s.Title.Contains("决算", StringComparison.Ordinal)))
            yield return "决算公开表";
    }

    private static string SheetName(Statement statement, int page) => statement.Title.Length == 0
        ? $"第{page.ToString(CultureInfo.InvariantCulture)}页"
        : $"{(statement.Label is { } label ? label + " " : "")}{TableHeading.Core(statement.Title, statement.Organisation)}";
}
