using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf;

/// <summary>What a page paints, in the page's own orientation as a viewer shows it (after /Rotate, origin at the upper left of the crop box, y down, points):
/// the seam between the engine that interprets PDF and everything that finds words and tables.</summary>
/// <param name="Number">1-based page number.</param>
/// <param name="Width">Width of the visible page in points.</param>
/// <param name="Height">Height of the visible page in points.</param>
/// <param name="Letters">Letters in painting order, those outside the visible page left out.</param>
/// <param name="Marks">Straight strokes, filled rectangles and images, in painting order, clipped to the visible page.</param>
/// <param name="Diagnostics">What could not be interpreted.</param>
public sealed record PageContent(
    int Number,
    double Width,
    double Height,
    IReadOnlyList<Letter> Letters,
    IReadOnlyList<Mark> Marks,
    IReadOnlyList<LayoutDiagnostic> Diagnostics)
{
    /// <summary>The pixels behind the marks of kind <see cref="MarkKind.Image"/>, in painting order.</summary>
    public IReadOnlyList<PageImage> Images { get; init; } = [];

    /// <summary>How many letters stand outside the visible page.</summary>
    internal int LettersOutside { get; init; }
}

/// <summary>A letter as painted.</summary>
/// <param name="Text">Its Unicode text: usually one character, several for a ligature; folded (no Kangxi radicals or compatibility ideographs).</param>
/// <param name="Box">From left to right by its advance width, from ascent to descent, in page coordinates.</param>
/// <param name="Baseline">The y of its baseline (the x, for text that runs down or up the page).</param>
/// <param name="FontSize">Effective size in points.</param>
/// <param name="Direction">Where the text runs.</param>
public readonly record struct Letter(string Text, Box Box, double Baseline, double FontSize, TextDirection Direction)
{
    /// <summary>The font's name, without subset prefix.</summary>
    public string FontName { get; init; } = "";

    /// <summary>Whether it is painted bold (by font name, flags, or a stroked outline).</summary>
    public bool Bold { get; init; }

    /// <summary>Whether it is painted at all (false: rendering mode 3, or clipped away entirely).</summary>
    public bool Visible { get; init; } = true;

    /// <summary>Whether its line runs aslant, more than six degrees off the page's edges, as watermarks do.</summary>
    public bool Oblique { get; init; }

    /// <summary>The clip that hides it; null where it is shown, or not painted at all.</summary>
    internal Box? Clip
    {
        get => _clip as Box?;
        init => _clip = value;
    }

    // boxed, for few letters have one and every copy of a letter would carry it
    private readonly object? _clip;

    /// <summary>Whether another letter is printed over it.</summary>
    internal bool Overprinted { get; init; }

    /// <summary>How its Unicode text was found.</summary>
    public UnicodeSource Source { get; init; }

    /// <summary>How sure a recognised letter is, 0 to 1; 1 for all others.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>Where text runs on the page as shown.</summary>
public enum TextDirection
{
    /// <summary>Left to right.</summary>
    Right,

    /// <summary>Top to bottom (turned clockwise).</summary>
    Down,

    /// <summary>Right to left (upside down).</summary>
    Left,

    /// <summary>Bottom to top (turned counter-clockwise).</summary>
    Up,

    /// <summary>Upright letters one under another (vertical writing mode).</summary>
    Vertical,
}

/// <summary>How a letter's Unicode text was found, surest first.</summary>
public enum UnicodeSource
{
    /// <summary>The font's ToUnicode map, or ActualText.</summary>
    Stated,

    /// <summary>A standard encoding, glyph name or character collection.</summary>
    Standard,

    /// <summary>Guessed from the bytes or from the glyph's number.</summary>
    Guessed,

    /// <summary>Recognised from a picture.</summary>
    Recognised,

    /// <summary>Not found; the text is U+FFFD.</summary>
    Unknown,
}

/// <summary>A straight stroke, a filled rectangle or an image: what rules, borders and scanned tables are made of.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Box">Where; a stroke's box has its line width.</param>
/// <param name="Luminance">0 black to 1 white; of the paint. 0 for an image.</param>
public readonly record struct Mark(MarkKind Kind, Box Box, double Luminance = 0);

/// <summary>The kinds of mark.</summary>
public enum MarkKind
{
    /// <summary>A straight horizontal or vertical stroke.</summary>
    Stroke,

    /// <summary>A filled axis-parallel rectangle (thin ones are rules).</summary>
    Fill,

    /// <summary>An image.</summary>
    Image,
}
