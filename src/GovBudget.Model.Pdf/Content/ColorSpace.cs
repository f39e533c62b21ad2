using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Content;

/// <summary>Turns colours into luminance, near enough to tell ink from paper.</summary>
internal sealed class ColorSpace
{
    public static readonly ColorSpace Gray = new(Kind.Gray, 1);
    public static readonly ColorSpace Rgb = new(Kind.Rgb, 3);
    public static readonly ColorSpace Cmyk = new(Kind.Cmyk, 4);
    public static readonly ColorSpace Pattern = new(Kind.Pattern, 0);
    private const int DeepestNesting = 8;
    private readonly Kind _kind;
    private readonly ColorSpace? _basis;
    private readonly ReadOnlyMemory<byte> _table;

    private ColorSpace(Kind kind, int components, ColorSpace? basis = null, ReadOnlyMemory<byte> table = default) =>
        (_kind, Components, _basis, _table) = (kind, components, basis, table);

    private enum Kind
    {
        Gray,
        Rgb,
        Cmyk,
        Lab,
        Tint,
        Indexed,
        Pattern,
    }

    /// <summary>Numbers a colour has.</summary>
    public int Components { get; }

    /// <summary>Whether a sample is an index rather than a share of the full range.</summary>
    public bool IsIndexed => _kind == Kind.Indexed;

    /// <summary>What the largest sample stands for where an image does not say.</summary>
    public double Range => _kind == Kind.Lab ? 100 : 1;

    /// <summary>The luminance of the colour that holds when the space is chosen.</summary>
    public double Initial => _kind switch
    {
        Kind.Gray or Kind.Rgb or Kind.Cmyk or Kind.Lab or Kind.Tint => 0,
        Kind.Indexed => Luminance([0]),
        _ => 0.5,
    };

    /// <summary>The space that a resource or operand names.</summary>
    public static ColorSpace Read(PdfObject? value, PdfDictionary? resources, int depth = 0)
    {
        if (depth > DeepestNesting) return Gray;
        if (value is PdfName name)
        {
            switch (name.Value)
            {
                case "DeviceGray" or "G" or "CalGray": return Gray;
                case "DeviceRGB" or "RGB" or "CalRGB": return Rgb;
                case "DeviceCMYK" or "CMYK": return Cmyk;
                case "Pattern": return Pattern;
            }

            return resources?.Dictionary("ColorSpace")?.Get(name.Value) is { } named && named != value ? Read(named, resources, depth + 1) : Gray;
        }

        if (value is not PdfArray { Count: > 0 } array || array[0] is not PdfName family) return Gray;
        switch (family.Value)
        {
            case "ICCBased":
                return array.Count > 1 && array[1] is PdfStream profile
                    ? profile.Dictionary.Integer("N") switch { 3 => Rgb, 4 => Cmyk, _ => Gray }
                    : Gray;
            case "Lab": return new(Kind.Lab, 3);
            case "Separation": return new(Kind.Tint, 1);
            case "DeviceN": return new(Kind.Tint, array.Count > 1 && array[1] is PdfArray inks ? Math.Clamp(inks.Count, 1, 32) : 1);
            case "Indexed" or "I":
                var table = array.Count > 3 ? array[3] switch { PdfString s => s.Bytes, PdfStream s => s.Decode(), _ => ReadOnlyMemory<byte>.Empty } : default;
                return new(Kind.Indexed, 1, array.Count > 1 ? Read(array[1], resources, depth + 1) : Gray, table);
            case "Pattern": return Pattern;
            default: return Read(family, resources, depth + 1);
        }
    }

    /// <summary>The luminance of a colour; 0.5 for a pattern.</summary>
    public double Luminance(ReadOnlySpan<double> color)
    {
        if (color.Length < Components) return Initial;
        double value = _kind switch
        {
            Kind.Gray => color[0],
            Kind.Rgb => (0.299 * color[0]) + (0.587 * color[1]) + (0.114 * color[2]),
            Kind.Cmyk => 1 - Math.Min(1, (0.299 * color[0]) + (0.587 * color[1]) + (0.114 * color[2]) + color[3]),
            Kind.Lab => color[0] / 100,
            Kind.Tint => 1 - Largest(color[..Components]),
            Kind.Indexed => Lookup(color[0]),
            _ => 0.5,
        };
        return double.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values) largest = Math.Max(largest, value);
        return largest;
    }

    private double Lookup(double index)
    {
        int components = _basis!.Components;
        long at = (long)Math.Clamp(index, 0, 255) * components;
        if (components == 0 || at + components > _table.Length) return 0;
        Span<double> color = stackalloc double[Math.Min(components, 32)];
        for (int i = 0; i < color.Length; i++) color[i] = _table.Span[(int)at + i] / 255.0 * (_basis._kind == Kind.Lab && i == 0 ? 100 : 1);
        return _basis.Luminance(color);
    }
}
