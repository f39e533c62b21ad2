using System.Globalization;
using System.Text;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Turns a page into page content: text marked with its place in the structure, rules and page numbers as artifacts.</summary>
internal static class ContentPrinter
{
    private const double RuleWidth = 0.5, BoldStroke = 0.025;

    /// <summary>The page's content and the fonts that it uses.</summary>
    public static (byte[] Content, IReadOnlyList<PrintFont> Fonts) Print(PrintedPage page, FontSet fonts)
    {
        var content = new StringBuilder();
        var used = new List<PrintFont>();
        if (page.Rules.Count > 0)
        {
            content.Append(CultureInfo.InvariantCulture, $"/Artifact BMC\n{N(RuleWidth)} w 2 J 0 G\n");
            foreach (var rule in page.Rules)
                content.Append(CultureInfo.InvariantCulture, $"{N(rule.X0)} {N(page.Height - rule.Y0)} m {N(rule.X1)} {N(page.Height - rule.Y1)} l\n");
            content.Append("S\nEMC\n");
        }
        foreach (var text in page.Texts)
        {
            content.Append(CultureInfo.InvariantCulture, $"/{text.Tag.Role} <</MCID {text.Id}>> BDC\nBT\n");
            foreach (var line in text.Lines) Print(content, page, line, fonts, used);
            content.Append("ET\nEMC\n");
        }
        if (page.Artifacts.Count > 0)
        {
            content.Append("/Artifact BMC\nBT\n");
            foreach (var line in page.Artifacts) Print(content, page, line, fonts, used);
            content.Append("ET\nEMC\n");
        }
        foreach (var font in used) fonts.Use(font);
        return (Encoding.ASCII.GetBytes(content.ToString()), used);
    }

    private static void Print(StringBuilder content, PrintedPage page, TextLineAt line, FontSet fonts, List<PrintFont> used)
    {
        double x = line.X, y = page.Height - line.Baseline;
        PrintFont? font = null;
        bool open = false;
        if (line.Bold) content.Append(CultureInfo.InvariantCulture, $"2 Tr {N(line.Size * BoldStroke)} w\n");
        if (line.Stretch != 0) content.Append(CultureInfo.InvariantCulture, $"{N(line.Stretch)} Tc\n");
        content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {N(x)} {N(y)} Tm\n");
        var blank = new Rune(' ');
        fonts.Walk(line.Text, (character, set) =>
        {
            if (!ReferenceEquals(set, font))
            {
                Close();
                font = set;
                if (!used.Contains(set)) used.Add(set);
                content.Append(CultureInfo.InvariantCulture, $"/{set.Name} {N(line.Size)} Tf\n");
            }
            if (!open) content.Append("[<");
            open = true;
            content.Append(set.Encode(character));
        }, gap =>
        {
            // A space for those who copy the text, then what it lacks of the gap.
            if (font is null || !open) return;
            double rest = gap;
            if (font.Has(blank))
            {
                content.Append(font.Encode(blank));
                rest -= font.Advance(blank) + (line.Stretch / line.Size);
            }
            content.Append(CultureInfo.InvariantCulture, $">{N(-1000 * rest)}<");
        });
        Close();
        if (line.Stretch != 0) content.Append("0 Tc\n");
        if (line.Bold) content.Append("0 Tr\n");

        void Close()
        {
            if (open) content.Append(">]TJ\n");
            open = false;
        }
    }

    private static string N(double value) => PdfObjectWriter.Number(value);
}
