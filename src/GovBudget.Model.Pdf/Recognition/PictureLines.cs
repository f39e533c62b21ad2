namespace GovBudget.Model.Pdf.Recognition;

/// <summary>A line of text in a picture, or several that touch.</summary>
/// <param name="Box">Its ink.</param>
/// <param name="IsBlock">Whether it is too high for one line.</param>
internal readonly record struct PictureLine(PixelBox Box, bool IsBlock);

/// <summary>Finds the lines of text in parts of a picture from which the rules have been removed.</summary>
internal sealed class PictureLines(GrayBitmap bitmap, int threshold)
{
    private const int Speck = 4;

    /// <summary>The lines of several parts. The usual height of a line is taken from all of them.</summary>
    /// <param name="parts">The parts: cells of tables, or what lies outside.</param>
    /// <param name="splits">For each part, whether wide gaps part texts that stand side by side.</param>
    public List<PictureLine>[] Find(IReadOnlyList<PixelBox> parts, Func<int, bool> splits)
    {
        var runs = parts.Select(part => Runs(part.Within(bitmap))).ToList();
        var heights = runs.SelectMany(list => list).Select(run => run.Bottom - run.Top).Where(height => height > Speck).Order().ToList();
        Typical = heights.Count == 0 ? 0 : heights[heights.Count * 2 / 3];
        var found = new List<PictureLine>[parts.Count];
        for (int i = 0; i < found.Length; i++) found[i] = [.. Join(runs[i]).SelectMany(run => Lines(parts[i].Within(bitmap), run, splits(i)))];
        return found;
    }

    /// <summary>The usual height of a line's ink in pixels; 0 before <see cref="Find"/> and where there is no text.</summary>
    public int Typical { get; private set; }

    /// <summary>How many pieces blank columns part a line's ink into: as many as it has letters, where letters do not touch.</summary>
    public int Pieces(PixelBox line)
    {
        int pieces = 0;
        bool ink = false;
        for (int x = line.Left; x < line.Right; x++)
        {
            bool now = HasInk(x, x + 1, line.Top, line.Bottom);
            if (now && !ink) pieces++;
            ink = now;
        }

        return pieces;
    }

    private List<(int Top, int Bottom)> Runs(PixelBox part)
    {
        var runs = new List<(int Top, int Bottom)>();
        int top = -1;
        for (int y = part.Top; y <= part.Bottom; y++)
        {
            bool ink = y < part.Bottom && HasInk(part.Left, part.Right, y, y + 1);
            if (ink && top < 0) top = y;
            if (ink || top < 0) continue;
            runs.Add((top, y));
            top = -1;
        }

        return runs;
    }

    /// <summary>Strokes of one line that do not touch (二, the dots of 六) are one run.</summary>
    private List<(int Top, int Bottom)> Join(List<(int Top, int Bottom)> runs)
    {
        var joined = new List<(int Top, int Bottom)>();
        foreach (var run in runs)
        {
            if (joined.Count > 0 && run.Top - joined[^1].Bottom <= 0.7 * Typical && run.Bottom - joined[^1].Top <= 1.2 * Typical)
                joined[^1] = (joined[^1].Top, run.Bottom);
            else joined.Add(run);
        }

        return joined;
    }

    private IEnumerable<PictureLine> Lines(PixelBox part, (int Top, int Bottom) run, bool splits)
    {
        int height = run.Bottom - run.Top, start = -1, last = -1;
        double gap = splits ? 1.6 * Math.Max(height, Typical) : double.MaxValue;
        bool block = !splits && height > 1.7 * Typical;
        for (int x = part.Left; x <= part.Right; x++)
        {
            bool ink = x < part.Right && HasInk(x, x + 1, run.Top, run.Bottom);
            if (start >= 0 && (x == part.Right || (ink && x - last > gap)))
            {
                var box = Trim(new PixelBox(start, run.Top, last + 1, run.Bottom));
                if (box.Width * box.Height > Speck && Math.Max(box.Width, box.Height) > Speck) yield return new PictureLine(box, block);
                start = -1;
            }

            if (!ink) continue;
            if (start < 0) start = x;
            last = x;
        }
    }

    private PixelBox Trim(PixelBox box)
    {
        while (box.Height > 1 && !HasInk(box.Left, box.Right, box.Top, box.Top + 1)) box = box with { Top = box.Top + 1 };
        while (box.Height > 1 && !HasInk(box.Left, box.Right, box.Bottom - 1, box.Bottom)) box = box with { Bottom = box.Bottom - 1 };
        return box;
    }

    private bool HasInk(int left, int right, int top, int bottom)
    {
        for (int y = top; y < bottom; y++)
            foreach (byte pixel in bitmap.Row(y)[left..right])
                if (pixel < threshold) return true;
        return false;
    }
}
