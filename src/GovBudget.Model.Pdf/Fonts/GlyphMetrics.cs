using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>The widths that a CID font states, in thousandths of the font size (entries W, DW, W2, DW2).</summary>
internal sealed class GlyphMetrics
{
    private const int MostEntries = 200_000;
    private readonly Dictionary<int, double> _widths = [];
    private readonly List<(int First, int Last, double Width)> _widthRanges = [];
    private readonly Dictionary<int, (double Advance, double X, double Y)> _verticals = [];
    private readonly List<(int First, int Last, double Advance, double X, double Y)> _verticalRanges = [];
    private readonly double _defaultWidth;
    private readonly double _defaultY = 880;
    private readonly double _defaultAdvance = -1000;

    public GlyphMetrics(PdfDictionary font)
    {
        _defaultWidth = font.Number("DW", 1000);
        if (font.Numbers("DW2", 2) is { } both) (_defaultY, _defaultAdvance) = (both[0], both[1]);
        if (font.Array("W") is { } widths) ReadWidths(widths);
        if (font.Array("W2") is { } verticals) ReadVerticals(verticals);
    }

    public double Width(int cid)
    {
        if (_widths.TryGetValue(cid, out double width)) return width;
        foreach (var range in _widthRanges)
        {
            if (cid >= range.First && cid <= range.Last) return range.Width;
        }

        return _defaultWidth;
    }

    /// <summary>Advance downwards and origin for vertical writing.</summary>
    public (double Advance, double X, double Y) Vertical(int cid)
    {
        if (_verticals.TryGetValue(cid, out var found)) return found;
        foreach (var range in _verticalRanges)
        {
            if (cid >= range.First && cid <= range.Last) return (range.Advance, range.X, range.Y);
        }

        return (_defaultAdvance, Width(cid) / 2, _defaultY);
    }

    private void ReadWidths(PdfArray array)
    {
        for (int i = 0; i + 1 < array.Count && _widths.Count < MostEntries;)
        {
            int first = (int)array.Number(i);
            if (array[i + 1] is PdfArray list)
            {
                for (int k = 0; k < list.Count && k < MostEntries; k++) _widths[first + k] = list.Number(k);
                i += 2;
            }
            else if (i + 2 < array.Count)
            {
                int last = (int)array.Number(i + 1);
                if (last == first) _widths[first] = array.Number(i + 2);
                else _widthRanges.Add((first, last, array.Number(i + 2)));
                i += 3;
            }
            else
            {
                break;
            }
        }
    }

    private void ReadVerticals(PdfArray array)
    {
        for (int i = 0; i + 1 < array.Count && _verticals.Count < MostEntries;)
        {
            int first = (int)array.Number(i);
            if (array[i + 1] is PdfArray list)
            {
                for (int k = 0; k + 2 < list.Count; k += 3) _verticals[first + (k / 3)] = (list.Number(k), list.Number(k + 1), list.Number(k + 2));
                i += 2;
            }
            else if (i + 4 < array.Count)
            {
                _verticalRanges.Add((first, (int)array.Number(i + 1), array.Number(i + 2), array.Number(i + 3), array.Number(i + 4)));
                i += 5;
            }
            else
            {
                break;
            }
        }
    }
}
