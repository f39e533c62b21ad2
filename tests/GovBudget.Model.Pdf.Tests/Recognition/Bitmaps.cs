using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Model.Pdf.Tests.Recognition;

/// <summary>Pictures drawn by hand, at 200 dots an inch unless said otherwise.</summary>
internal static class Bitmaps
{
    /// <summary>A ruled table: lines at those columns and rows, two pixels thick.</summary>
    public static GrayBitmap Table(int width, int height, int[] columns, int[] rows)
    {
        var bitmap = new GrayBitmap(width, height);
        foreach (int y in rows) Fill(bitmap, columns[0], y, columns[^1] + 2, y + 2);
        foreach (int x in columns) Fill(bitmap, x, rows[0], x + 2, rows[^1] + 2);
        return bitmap;
    }

    /// <summary>Something like a word: so many bars of ink, as high as letters of 9 points.</summary>
    public static void Word(GrayBitmap bitmap, int left, int top, int bars, int height = 24)
    {
        for (int i = 0; i < bars; i++) Fill(bitmap, left + (i * 14), top, left + (i * 14) + 8, top + height);
    }

    public static void Fill(GrayBitmap bitmap, int left, int top, int right, int bottom)
    {
        for (int y = top; y < bottom; y++) bitmap.Row(y)[left..right].Clear();
    }
}

/// <summary>Reads every picture as a word that tells its size: a recogniser that needs no program.</summary>
internal sealed class FakeRecogniser(Func<GrayBitmap, TextKind, string> read, double confidence = 0.9) : ITextRecogniser
{
    public IReadOnlyList<IReadOnlyList<RecognisedWord>> Read(IReadOnlyList<GrayBitmap> pictures, TextKind kind,
        CancellationToken cancellationToken = default) =>
        [.. pictures.Select(picture => (IReadOnlyList<RecognisedWord>)(read(picture, kind) is { Length: > 0 } text
            ? [new RecognisedWord(text, new PixelBox(0, 0, picture.Width, picture.Height), confidence)]
            : []))];
}
