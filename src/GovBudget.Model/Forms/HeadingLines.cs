using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Sets what stands above a table: label, title, and the line of department, year and unit. A tab parts what stands left, in the middle and
/// right.</summary>
internal static class HeadingLines
{
    private const double TitleSize = 16;

    public static IEnumerable<Paragraph> Above(Statement statement, Form? form, FormEdition edition, Place place)
    {
        var title = statement.Title.Length > 0 ? statement.Title : form?.Name(edition.Kind) ?? "";
        var own = new TableHeading().With(title);
        var label = statement.Label is { } given && given != own.Label ? new Paragraph(edition.LabelAbove ? given : $"\t\t{given}", place) : null;
        var labelAbove = edition.LabelAbove && own.Label is null;
        if (label is not null && labelAbove) yield return label;
        if (title.Length > 0) yield return new Paragraph(title, place) { Centered = true, Bold = true, FontSize = TitleSize };
        if (label is not null && !labelAbove) yield return label;
        var organisation = statement.Organisation is { } name ? $"{edition.OrganisationWord}：{name}" : "";
        var year = statement.Year is { } printed && printed != own.Year ? $"{printed}年度" : "";
        var unit = statement.Unit.IsMoney ? $"{edition.UnitWord}：{statement.Unit.Name}" : "";
        if (organisation.Length + year.Length + unit.Length > 0) yield return new Paragraph($"{organisation}\t{year}\t{unit}".TrimEnd('\t'), place);
    }
}
