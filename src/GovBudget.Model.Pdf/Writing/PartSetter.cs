using System.Text.RegularExpressions;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Sets one part of a layout (a sheet, a page) on pages of its own: titles, lines above tables, tables, notes, running text.</summary>
internal sealed partial class PartSetter(FontSet fonts, Tag structure, List<PrintedPage> pages, List<Heading> headings)
{
    private const double TitleSize = 18, LeastTitle = 12, LineSize = 10.5, NoteSize = 9.5, NoteSpacing = 1.45, TextSize = 14, Apart = 3.4;
    private const int LongestHeading = 40;
    private Paper _paper = Paper.Sizes[0];
    private PrintedPage _page = null!;
    private double _y;
    private (double Right, double Size, bool First)? _above;

    private enum Style
    {
        Title,
        Heading,
        Line,
        Note,
        Text,
    }

    /// <summary>Sets the part's blocks in order.</summary>
    /// <param name="name">What the part is called where it has no title.</param>
    /// <param name="blocks">Its paragraphs and grids.</param>
    public void Set(string? name, List<LayoutBlock> blocks)
    {
        _paper = Paper.Sizes[blocks.OfType<Grid>().Select(grid => GridPlan.PaperFor(grid, fonts)).DefaultIfEmpty(0).Max()];
        Turn();
        var first = _page;
        int known = headings.Count;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Grid grid) i = SetTable(grid, blocks, i);
            else if (blocks[i] is Paragraph paragraph) Set(paragraph, StyleOf(blocks, i), blocks, i);
        }
        if (headings.Count == known && name is not null) headings.Add(new Heading(name, 1, first, _paper.Top));
    }

    private PrintedPage Turn()
    {
        _page = new PrintedPage(_paper.Width, _paper.Height);
        pages.Add(_page);
        (_y, _above) = (_paper.Top, null);
        return _page;
    }

    private static Style StyleOf(List<LayoutBlock> blocks, int at)
    {
        var paragraph = (Paragraph)blocks[at];
        if (paragraph.Centered) return paragraph.Bold || paragraph.FontSize >= 14 ? Style.Title : Style.Line;
        if (paragraph.Text.Contains('\t', StringComparison.Ordinal)) return Style.Line;
        if (paragraph.Bold) return Style.Heading;
        int next = at + 1;
        while (next < blocks.Count && next < at + 4 && blocks[next] is Paragraph) next++;
        if (next < blocks.Count && blocks[next] is Grid && paragraph.Text.Length <= 60 && !paragraph.Text.EndsWith('。')) return Style.Line;
        for (int i = at - 1; i >= 0 && blocks[i] is not Paragraph { Centered: true }; i--)
            if (blocks[i] is Grid) return Style.Note;
        return LevelOf(paragraph.Text) > 0 ? Style.Heading : Style.Text;
    }

    /// <summary>The level of a short numbered line without a full stop: 1 for 第一部分, 2 for 一、; 0 for what is no heading.</summary>
    private static int LevelOf(string text) =>
        text.Length > LongestHeading || "。；：，;:,".Contains(text[^1], StringComparison.Ordinal)
            ? 0
            : PartPattern().IsMatch(text) ? 1 : SectionPattern().IsMatch(text) ? 2 : 0;

    private void Set(Paragraph paragraph, Style style, List<LayoutBlock> blocks, int at)
    {
        switch (style)
        {
            case Style.Title:
                SetTitle(paragraph, blocks, at);
                break;
            case Style.Line:
                SetLine(paragraph);
                break;
            case Style.Heading:
                if (_y + (5 * TextSize) > _paper.TextBottom) Turn();
                int level = Math.Max(1, LevelOf(paragraph.Text));
                headings.Add(new Heading(paragraph.Text.Replace('\n', ' '), level, _page, _y));
                SetText(paragraph.Text, structure.Add(new Tag(level == 1 ? "H1" : "H2")), TextSize, 1.7, 2, bold: true);
                break;
            case Style.Note:
                SetText(paragraph.Text, structure.Add(new Tag("P")), NoteSize, NoteSpacing, 0, bottom: _paper.Bottom);
                break;
            default:
                SetText(paragraph.Text, structure.Add(new Tag("P")), TextSize, 1.75, 2);
                break;
        }
    }

    /// <summary>A title in the middle. It moves to the next page with the table under it.</summary>
    private void SetTitle(Paragraph paragraph, List<LayoutBlock> blocks, int at)
    {
        double full = paragraph.Text.Split('\n').Max(fonts.Width), size = Math.Clamp(_paper.TextWidth / Math.Max(1, full), LeastTitle, TitleSize);
        var lines = LineBreaker.Break(paragraph.Text, fonts, _paper.TextWidth / size);
        double height = lines.Count * size * 1.5;
        if (at > 0 && _y > _paper.Top && _y + height + Following(blocks, at + 1) > _paper.Bottom) Turn();
        if (!IsAnnounced(paragraph.Text)) headings.Add(new Heading(paragraph.Text.Replace('\n', ' '), 1, _page, _y));
        var tag = structure.Add(new Tag("H1"));
        var set = new List<TextLineAt>();
        foreach (string line in lines)
        {
            set.Add(new TextLineAt(_paper.Left + ((_paper.TextWidth - (fonts.Width(line) * size)) / 2), _y + size, size, line, paragraph.Bold));
            _y += size * 1.5;
        }
        _page.Add(tag, set);
        _y += 4;
        _above = null;
    }

    /// <summary>Whether the heading right above says what the title says: 二、收入决算表 over 2023年度收入决算表.</summary>
    private bool IsAnnounced(string title) =>
        headings.Count > 0 && headings[^1] is var above && above.Page == _page && SectionPattern().Match(above.Text) is { Success: true } ordinal
        && title.EndsWith(above.Text[ordinal.Length..], StringComparison.Ordinal);

    /// <summary>The height of the lines above the next table and of its first rows; of two lines where text follows.</summary>
    private double Following(List<LayoutBlock> blocks, int from)
    {
        double height = 0;
        for (int i = from; i < blocks.Count && i < from + 6; i++)
        {
            if (blocks[i] is Grid grid)
                return height + new GridPrinter(GridPlan.Make(grid, _paper, fonts, _paper.Bottom - _paper.Top), fonts, _paper, new Tag("Table")).Beginning;
            height += LineSize * 1.8;
        }
        return height;
    }

    /// <summary>A line above a table; tabs part what stands left, in the middle and right.</summary>
    private void SetLine(Paragraph paragraph)
    {
        var tag = structure.Add(new Tag("P"));
        foreach (string line in paragraph.Text.Split('\n'))
        {
            var parts = line.Split('\t', 3);
            var set = new List<TextLineAt>();
            double size = LineSize;
            foreach (string part in parts) size = Math.Min(size, Math.Max(5, _paper.TextWidth / Math.Max(1, fonts.Width(part))));
            double end = double.NegativeInfinity;
            for (int i = 0; i < parts.Length; i++)
            {
                string text = parts[i].Replace('\t', ' ');
                double width = fonts.Width(text) * size;
                if (width == 0) continue;
                double x = paragraph.Centered || (i == 1) ? _paper.Left + ((_paper.TextWidth - width) / 2) : i == 0 ? _paper.Left : _paper.Right - width;
                if (x < end + (4.6 * size)) _y += size * 1.7;
                // Parts too near one another would read as one line.
                set.Add(new TextLineAt(x, _y + (size * 1.1), size, text, paragraph.Bold));
                end = x + width;
            }
            _page.Add(tag, set);
            _y += size * 1.7;
        }
        _above = null;
    }

    private int SetTable(Grid grid, List<LayoutBlock> blocks, int at)
    {
        int last = at;
        while (last + 1 < blocks.Count && blocks[last + 1] is Paragraph && StyleOf(blocks, last + 1) == Style.Note) last++;
        var notes = blocks.GetRange(at + 1, last - at).Cast<Paragraph>().ToList();
        double below = notes.Count == 0
            ? 0
            : 6
                + notes.Sum(note => NoteSize * NoteSpacing * (LineBreaker.Break(note.Text, fonts, _paper.TextWidth / NoteSize, null, keepSpaces: true).Count
                    + 0.4))
                + ((notes.Count - 1) * (Apart - NoteSpacing) * NoteSize);
        var plan = GridPlan.Make(grid, _paper, fonts, _paper.Bottom - _y - 2 - below);
        var table = structure.Add(new Tag("Table"));
        var printer = new GridPrinter(plan, fonts, _paper, table);
        _y += 2;
        if (_y > _paper.Top + 150 && _y + printer.Beginning > _paper.Bottom) Turn();
        (_page, _y) = printer.Print(_page, _y, below, Turn);
        _y += 6;
        _above = null;
        foreach (var note in notes) Set(note, Style.Note, blocks, at);
        return last;
    }

    /// <summary>Running text. Full lines are stretched to the margin.</summary>
    private void SetText(string text, Tag tag, double size, double spacing, double indent, bool bold = false, double? bottom = null)
    {
        double lowest = bottom ?? _paper.TextBottom, step = size * spacing, width = _paper.TextWidth / size;
        foreach (string part in text.Split('\n'))
        {
            var lines = LineBreaker.Break(part, fonts, width, width - indent, keepSpaces: true);
            // A line that leaves no room for the first word of the next paragraph would read as going on in it.
            if (_above is { } above && Math.Abs(above.Size - size) < 0.15 * size
                && _paper.Right - above.Right < (fonts.Width(LineBreaker.FirstPiece(part)) + 0.8) * size) _y += Math.Max(0, Apart - spacing) * size;
            if (_y + step > lowest) Turn();
            var set = new List<TextLineAt>();
            for (int i = 0; i < lines.Count; i++)
            {
                if (_y + step > lowest)
                {
                    _page.Add(tag, set);
                    set = [];
                    Turn();
                }
                double x = _paper.Left + (i == 0 ? indent * size : 0), length = fonts.Width(lines[i]) * size, stretch = 0;
                if (i + 1 < lines.Count) stretch = Math.Min(0.3 * size, (_paper.Right - x - length) / Math.Max(1, lines[i].Length - 1));
                set.Add(new TextLineAt(x, _y + (step * 0.5) + (size * 0.36), size, lines[i], bold, stretch));
                _y += step;
                _above = (x + length, size, i == 0);
            }
            _page.Add(tag, set);
        }
        _y += 0.3 * size;
    }

    [GeneratedRegex(@"^第[一二三四五六七八九十\d]{1,3}(?:部分|章|篇)")]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex SectionPattern();
}
