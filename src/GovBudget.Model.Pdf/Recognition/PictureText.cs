using System.Text;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Pdf.Recognition;

/// <summary>A line of a picture as read.</summary>
/// <param name="Box">Its ink, in pixels.</param>
/// <param name="Words">Its words in the picture's pixels; none where it could not be read.</param>
/// <param name="InCell">Whether it stands in a cell of a table.</param>
/// <param name="IsBlock">Whether it is several lines that touch.</param>
internal sealed record ReadLine(PixelBox Box, IReadOnlyList<RecognisedWord> Words, bool InCell, bool IsBlock = false);

/// <summary>Reads the text of a picture line by line: cells one by one, figures twice.</summary>
internal sealed partial class PictureText
{
    private const int Margin = 12;
    private const int LineHeight = 36; // what recognisers are trained on, in pixels
    private const double Disagreement = 0.3, OneSided = 0.7, Miscounted = 0.5;

    private readonly GrayBitmap _clean;
    private readonly GrayBitmap _outside;
    private readonly PictureLines _cellLines;
    private readonly List<(PictureLine Line, bool InCell)> _lines = [];

    /// <summary>How many cells hold something.</summary>
    public int FilledCells { get; }

    public PictureText(GrayBitmap bitmap, PictureScale scale, int threshold, PictureRules rules)
    {
        _clean = bitmap.Copy();
        foreach (var run in rules.Runs) _clean.Clear(new PixelBox(run.Left - 1, run.Top - 1, run.Right + 1, run.Bottom + 1));
        _outside = _clean.Copy();
        _cellLines = new PictureLines(_clean, threshold);
        var cells = rules.Lattices.SelectMany(lattice => lattice.Cells.Select(cell => scale.ToPixels(lattice.BoxOf(cell)))).ToList();
        foreach (var found in _cellLines.Find(cells, _ => false))
        {
            if (found.Count > 0) FilledCells++;
            _lines.AddRange(found.Select(line => (line, true)));
        }

        foreach (var lattice in rules.Lattices) _outside.Clear(scale.ToPixels(lattice.Box));
        foreach (var found in new PictureLines(_outside, threshold).Find([new PixelBox(0, 0, bitmap.Width, bitmap.Height)], _ => true))
            _lines.AddRange(found.Select(line => (line, false)));
    }

    /// <summary>Every line with its words.</summary>
    public List<ReadLine> Read(ITextRecogniser recogniser, CancellationToken cancellationToken)
    {
        var words = new IReadOnlyList<RecognisedWord>[_lines.Count];
        Array.Fill(words, []);
        void Read(TextKind kind, Func<int, bool> takes, IReadOnlyList<RecognisedWord>[] into) => this.Read(recogniser, kind, takes, into, cancellationToken);

        Read(TextKind.Letter, i => IsLetter(i) && !IsNarrow(i) && !IsDash(i), words);
        Read(TextKind.Line, i => !_lines[i].Line.IsBlock && !IsLetter(i) && !IsNarrow(i) && !IsDash(i), words);
        Read(TextKind.Block, i => _lines[i].Line.IsBlock, words);
        foreach (var kind in (ReadOnlySpan<TextKind>)[TextKind.RawLine, TextKind.Block, TextKind.Letter])
            Read(kind, i => words[i].Count == 0 && !IsDash(i), words);
        var figures = new IReadOnlyList<RecognisedWord>[_lines.Count];
        Array.Fill(figures, []);
        Read(TextKind.Digit, i => _lines[i].InCell && IsNarrow(i), figures);
        Read(TextKind.Figure, i => _lines[i].InCell && !_lines[i].Line.IsBlock && !IsNarrow(i) && !IsDash(i) && MayBeFigure(words[i]), figures);
        var read = new List<ReadLine>(_lines.Count);
        for (int i = 0; i < words.Length; i++)
        {
            var box = _lines[i].Line.Box;
            var chosen = IsDash(i) ? [new RecognisedWord("—", box, 0.9)]
                : figures[i].Count > 0 && Decide(Text(words[i]), Text(figures[i]), _cellLines.Pieces(box)) is var (text, confidence)
                ? [new RecognisedWord(text, box, confidence)]
                : words[i];
            read.Add(new ReadLine(box, chosen, _lines[i].InCell, _lines[i].Line.IsBlock));
        }

        return read;
    }

    /// <summary>One figure out of two readings. They are independent: where they agree both would have to be wrong alike.</summary>
    /// <param name="chinese">The reading as Chinese text, and its confidence.</param>
    /// <param name="figure">The reading as a figure, and its confidence.</param>
    /// <param name="pieces">How many letters its ink shows.</param>
    internal static (string Text, double Confidence)? Decide((string Text, double Confidence) chinese, (string Text, double Confidence) figure, int pieces)
    {
        bool first = Figure().IsMatch(chinese.Text), second = Figure().IsMatch(figure.Text);
        if (!first && !second) return null;
        var (text, confidence) = chinese.Text == figure.Text ? (figure.Text, 1 - ((1 - chinese.Confidence) * (1 - figure.Confidence)))
            : first && second ? (chinese.Confidence > figure.Confidence ? chinese.Text : figure.Text, Disagreement)
            : first ? (chinese.Text, Math.Min(chinese.Confidence, OneSided))
            : (figure.Text, Math.Min(figure.Confidence, OneSided));
        return (text, pieces == text.Length ? confidence : Math.Min(confidence, Miscounted));
    }

    private bool IsDash(int i)
    {
        var (line, inCell) = _lines[i];
        return inCell && line.Box.Height <= 0.2 * _cellLines.Typical && line.Box.Width >= 0.8 * _cellLines.Typical;
    }

    /// <summary>About as wide as high: one Chinese letter, or one or two digits.</summary>
    private bool IsLetter(int i) => !_lines[i].Line.IsBlock && _lines[i].Line.Box.Width <= 1.25 * Math.Max(_lines[i].Line.Box.Height, 0.8 * _cellLines.Typical);

    /// <summary>Narrower than any Chinese letter: one digit.</summary>
    private bool IsNarrow(int i)
    {
        var box = _lines[i].Line.Box;
        return box.Width <= 0.78 * box.Height && box.Height <= 1.2 * _cellLines.Typical && box.Height >= 0.4 * _cellLines.Typical;
    }

    /// <summary>Words that hold more digits than letters, or nothing that could be read.</summary>
    private static bool MayBeFigure(IReadOnlyList<RecognisedWord> words)
    {
        string text = Text(words).Text;
        return 2 * text.Count(c => char.IsAsciiDigit(c) || c is '.' or ',') >= text.Length;
    }

    private static (string Text, double Confidence) Text(IReadOnlyList<RecognisedWord> words)
    {
        var text = new StringBuilder();
        double confidence = words.Count == 0 ? 0 : 1;
        foreach (var word in words)
        {
            text.Append(word.Text);
            confidence = Math.Min(confidence, word.Confidence);
        }

        return (text.Replace("，", ",").Replace("。", ".").ToString(), confidence);
    }

    /// <summary>Reads some of the lines; pictures that are alike to the pixel are read once.</summary>
    private void Read(ITextRecogniser recogniser, TextKind kind, Func<int, bool> takes, IReadOnlyList<RecognisedWord>[] words,
        CancellationToken cancellationToken)
    {
        var pictures = new List<GrayBitmap>();
        var known = new Dictionary<string, int>();
        var taken = new List<(int Line, int Picture, double Scale)>();
        for (int i = 0; i < _lines.Count; i++)
        {
            if (!takes(i)) continue;
            var box = _lines[i].Line.Box;
            double scale = kind == TextKind.Block
                ? Math.Max(1, (double)LineHeight / Math.Max(_cellLines.Typical, 1))
                : Math.Clamp((double)LineHeight / box.Height, 1, 3);
            var picture = (_lines[i].InCell ? _clean : _outside).Crop(box, Margin, scale);
            string hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(picture.ToPgm()));
            if (!known.TryGetValue(hash, out int at))
            {
                known[hash] = at = pictures.Count;
                pictures.Add(picture);
            }

            taken.Add((i, at, scale));
        }

        var read = recogniser.Read(pictures, kind, cancellationToken);
        foreach (var (line, picture, scale) in taken)
        {
            var box = _lines[line].Line.Box;
            words[line] = [.. read[picture].Select(word => word with { Box = Back(word.Box, box, scale) })];
        }
    }

    private static PixelBox Back(PixelBox word, PixelBox line, double scale)
    {
        int X(int x) => Math.Clamp(line.Left + (int)Math.Round((x - Margin) / scale), line.Left, line.Right);
        int Y(int y) => Math.Clamp(line.Top + (int)Math.Round((y - Margin) / scale), line.Top, line.Bottom);
        return new PixelBox(X(word.Left), Y(word.Top), Math.Max(X(word.Right), X(word.Left) + 1), Math.Max(Y(word.Bottom), Y(word.Top) + 1));
    }

    [GeneratedRegex(@"^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$")]
    private static partial Regex Figure();
}
