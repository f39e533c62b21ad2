using System.Text.RegularExpressions;
using GovBudget.Model.Forms;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>A table, or what may be one, that the document prints as a picture: it is there, but its figures were not read.</summary>
/// <param name="Title">The title printed above the picture as text; empty where there is none (it may stand in the picture).</param>
/// <param name="Kind">The official table that the title announces; null where it announces none that a form knows.</param>
/// <param name="Place">Where the picture stands.</param>
public sealed record PicturedTable(string Title, StatementKind? Kind, Place Place)
{
    /// <summary>The message for people: what stands where, and that it was not read.</summary>
    public override string ToString() => Title.Length > 0
        ? $"“{Title}”以图片形式存在，未读取"
        : "此处有以图片形式存在的内容（可能是表格），未读取";
}

/// <summary>Finds the pictures of a layout that stand for tables.</summary>
internal static partial class PicturedTables
{
    private const double Near = 80;

    /// <summary>The pictures that are no charts: a chart has its caption (图 1：…) right below or above it.</summary>
    public static ValueList<PicturedTable> Find(DocumentLayout layout)
    {
        var found = new List<PicturedTable>();
        var blocks = layout.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not Picture picture || IsChart(blocks, i, picture)) continue;
            var title = TitleAbove(blocks, i, picture);
            var form = title.Length == 0 ? null : OfficialForms.ForTitle(TableHeading.Core(title, null));
            found.Add(new PicturedTable(title, form?.Kind, picture.Place));
        }
        return found.ToValueList();
    }

    /// <summary>The title among the lines right above the picture; empty where another kind of text or another block comes first.</summary>
    private static string TitleAbove(ValueList<LayoutBlock> blocks, int at, Picture picture)
    {
        for (var i = at - 1; i >= 0 && picture.Place.Page - blocks[i].Place.Page <= 1; i--)
        {
            if (blocks[i] is not Paragraph paragraph) return "";
            if (paragraph.Role != ParagraphRole.Body) continue;
            if (TableHeading.IsTitle(paragraph.Text) && !AllTables().IsMatch(Label.Fold(paragraph.Text))) return paragraph.Text.Trim();
            if (!TableHeading.IsHeadingText(paragraph.Text) || TableHeading.IsTitle(paragraph.Text)) return "";
        }
        return "";
    }

    private static bool IsChart(ValueList<LayoutBlock> blocks, int at, Picture picture)
    {
        foreach (var i in (ReadOnlySpan<int>)[at + 1, at + 2, at - 1])
        {
            if (i < 0 || i >= blocks.Count || blocks[i] is not Paragraph paragraph || paragraph.Place.Page != picture.Place.Page) continue;
            if (picture.Place.Box is { } box && paragraph.Place.Box is { } line && Math.Max(line.Y0 - box.Y1, box.Y0 - line.Y1) > Near) continue;
            if (Caption().IsMatch(Label.Fold(paragraph.Text))) return true;
        }
        return false;
    }

    /// <summary>The heading of the part that all tables stand in.</summary>
    [GeneratedRegex(@"^(?:\d{4}年度?)?(?:部门|单位|本级|公开)*(?:预算|决算)(?:公开|报)?表$")]
    private static partial Regex AllTables();

    [GeneratedRegex(@"^(?:附?图|图表)[\d一二三四五六七八九十]{1,3}(?:[-－.]\d{1,2})?[：:、.\p{L}（“]")]
    private static partial Regex Caption();
}
