namespace GovBudget.Model.Pdf.Writing;

/// <summary>A line of text at its place.</summary>
/// <param name="X">Where it begins, in points from the left edge.</param>
/// <param name="Baseline">Its baseline, in points from the upper edge.</param>
/// <param name="Size">The letter size in points.</param>
/// <param name="Text">The text.</param>
/// <param name="Bold">Whether to set it bold.</param>
/// <param name="Stretch">Room added after each letter, in points.</param>
internal sealed record TextLineAt(double X, double Baseline, double Size, string Text, bool Bold = false, double Stretch = 0);

/// <summary>A ruled line, in points from the upper left corner.</summary>
internal readonly record struct Rule(double X0, double Y0, double X1, double Y1);

/// <summary>A rectangle that leads to another page when clicked.</summary>
/// <param name="Box">Where, in points from the upper left corner.</param>
/// <param name="Target">The page it leads to.</param>
/// <param name="Tag">Its place in the structure.</param>
internal sealed record Link(Layout.Box Box, PrintedPage Target, Tag Tag);

/// <summary>A part of the document's structure (heading, paragraph, table, cell), which assistive software reads.</summary>
internal sealed class Tag(string role)
{
    /// <summary>The standard structure type.</summary>
    public string Role { get; } = role;

    public Tag? Parent { get; private set; }

    /// <summary>Its parts, its text on pages, its links, in reading order.</summary>
    public List<object> Children { get; } = [];

    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    /// <summary>Whether it heads the columns under it.</summary>
    public bool HeadsColumns { get; init; }

    public Tag Add(Tag child)
    {
        child.Parent = this;
        Children.Add(child);
        return child;
    }
}

/// <summary>Text on a page that belongs to a tag.</summary>
internal sealed record MarkedText(PrintedPage Page, int Id, Tag Tag, IReadOnlyList<TextLineAt> Lines);

/// <summary>A page ready to be written.</summary>
internal sealed class PrintedPage(double width, double height)
{
    public double Width { get; } = width;

    public double Height { get; } = height;

    public List<MarkedText> Texts { get; } = [];

    /// <summary>Text that belongs to the page, not to the document: page numbers, headers repeated.</summary>
    public List<TextLineAt> Artifacts { get; } = [];

    public List<Rule> Rules { get; } = [];

    public List<Link> Links { get; } = [];

    /// <summary>Prints lines as the text of a tag.</summary>
    public void Add(Tag tag, IReadOnlyList<TextLineAt> lines)
    {
        if (lines.Count == 0) return;
        var text = new MarkedText(this, Texts.Count, tag, lines);
        Texts.Add(text);
        tag.Children.Add(text);
    }

    /// <summary>Makes a rectangle a link.</summary>
    public void Add(Link link)
    {
        Links.Add(link);
        link.Tag.Children.Add(link);
    }
}

/// <summary>A title with the page it stands on, for bookmarks and contents.</summary>
/// <param name="Text">The title.</param>
/// <param name="Level">1 for parts, 2 for what stands in them.</param>
/// <param name="Page">The page.</param>
/// <param name="Y">The height on the page, in points from the upper edge.</param>
internal sealed record Heading(string Text, int Level, PrintedPage Page, double Y);

/// <summary>The paper that a part of the document is printed on.</summary>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
internal sealed record Paper(double Width, double Height)
{
    private const double A4Short = 595.276, A4Long = 841.89, A3Long = 1190.551;

    /// <summary>A4 upright, A4 across, A3 across: the narrowest on which a table is legible is taken.</summary>
    public static IReadOnlyList<Paper> Sizes { get; } = [new(A4Short, A4Long), new(A4Long, A4Short), new(A3Long, A4Long)];

    // The head margin is that of official letters (GB/T 9704, 37 mm of 297) in proportion; what stands lower is never taken for a running header.
    public double Top => Height * 0.126;

    /// <summary>How far tables may reach down.</summary>
    public double Bottom => Height - Math.Min(72, Height * 0.12);

    /// <summary>How far text may reach down: above where running footers stand.</summary>
    public double TextBottom => Height * 0.87;

    public double Left => Width > A4Short + 1 ? 54 : 62;

    public double Right => Width - Left;

    public double TextWidth => Right - Left;
}
