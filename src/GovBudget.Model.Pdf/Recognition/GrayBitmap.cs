namespace GovBudget.Model.Pdf.Recognition;

/// <summary>A picture in grey: rows from the top, 0 black to 255 white.</summary>
public sealed class GrayBitmap
{
    private readonly byte[] _pixels;

    /// <summary>A white picture.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    public GrayBitmap(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        (Width, Height) = (width, height);
        _pixels = new byte[checked(width * height)];
        Array.Fill(_pixels, byte.MaxValue);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The pixel at that place.</summary>
    public byte this[int x, int y]
    {
        get => _pixels[(y * Width) + x];
        set => _pixels[(y * Width) + x] = value;
    }

    /// <summary>A row of pixels.</summary>
    public Span<byte> Row(int y) => _pixels.AsSpan(y * Width, Width);

    /// <summary>Another picture with the same pixels.</summary>
    public GrayBitmap Copy()
    {
        var copy = new GrayBitmap(Width, Height);
        _pixels.CopyTo(copy._pixels, 0);
        return copy;
    }

    /// <summary>Paints a part white; what lies outside the picture is ignored.</summary>
    public void Clear(in PixelBox part)
    {
        var box = part.Within(this);
        for (int y = box.Top; y < box.Bottom; y++) Row(y)[box.Left..box.Right].Fill(byte.MaxValue);
    }

    /// <summary>A part with a white margin around it, its pixels enlarged.</summary>
    /// <param name="part">The part, in this picture.</param>
    /// <param name="margin">Width of the margin in pixels of the result.</param>
    /// <param name="scale">How many times larger, at least 1; between pixels, grey is interpolated.</param>
    public GrayBitmap Crop(in PixelBox part, int margin, double scale)
    {
        int width = (int)Math.Ceiling(part.Width * scale), height = (int)Math.Ceiling(part.Height * scale);
        var crop = new GrayBitmap(width + (2 * margin), height + (2 * margin));
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                crop[x + margin,
                    y
                        + margin] = scale == 1
                            ? this[part.Left + x, part.Top + y]
                            : Between(part.Left + ((x + 0.5) / scale) - 0.5, part.Top + ((y + 0.5) / scale) - 0.5, part);
        }

        return crop;
    }

    /// <summary>The luminance that best parts ink from paper (Otsu's method).</summary>
    public int Threshold()
    {
        Span<long> counts = stackalloc long[256];
        counts.Clear();
        foreach (byte pixel in _pixels) counts[pixel]++;
        double all = 0, total = _pixels.Length;
        for (int i = 0; i < 256; i++) all += i * (double)counts[i];
        double below = 0, weight = 0, best = -1;
        int threshold = 128;
        for (int i = 0; i < 256; i++)
        {
            weight += counts[i];
            below += i * (double)counts[i];
            if (weight == 0 || weight == total) continue;
            double apart = (below / weight) - ((all - below) / (total - weight)), spread = weight * (total - weight) * apart * apart;
            if (spread > best) (best, threshold) = (spread, i + 1);
        }

        return Math.Clamp(threshold, 64, 200);
    }

    /// <summary>The picture as a binary PGM file.</summary>
    public byte[] ToPgm() => [.. System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"P5\n{Width} {Height}\n255\n")), .. _pixels];

    /// <summary>The grey between pixels, white outside the picture.</summary>
    internal byte Between(double x,
        double y) => x < -0.5 || y < -0.5 || x > Width - 0.5 || y > Height - 0.5 ? byte.MaxValue : Between(x, y, new PixelBox(0, 0, Width, Height));

    private byte Between(double x, double y, in PixelBox part)
    {
        x = Math.Clamp(x, part.Left, part.Right - 1);
        y = Math.Clamp(y, part.Top, part.Bottom - 1);
        int x0 = (int)x, y0 = (int)y, x1 = Math.Min(x0 + 1, part.Right - 1), y1 = Math.Min(y0 + 1, part.Bottom - 1);
        double u = x - x0, v = y - y0;
        return (byte)Math.Round(((1 - v) * (((1 - u) * this[x0, y0]) + (u * this[x1, y0]))) + (v * (((1 - u) * this[x0, y1]) + (u * this[x1, y1]))));
    }
}

/// <summary>A part of a picture, in pixels; right and lower edge are outside.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">Column after the last.</param>
/// <param name="Bottom">Row after the last.</param>
public readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Width in pixels.</summary>
    public int Width => Right - Left;

    /// <summary>Height in pixels.</summary>
    public int Height => Bottom - Top;

    /// <summary>What of it lies in a picture; of no size where nothing does.</summary>
    public PixelBox Within(GrayBitmap bitmap)
    {
        ArgumentNullException.ThrowIfNull(bitmap);
        int left = Math.Clamp(Left, 0, bitmap.Width), top = Math.Clamp(Top, 0, bitmap.Height);
        return new PixelBox(left, top, Math.Clamp(Right, left, bitmap.Width), Math.Clamp(Bottom, top, bitmap.Height));
    }
}
