namespace GovBudget.Model.Pdf.Recognition;

/// <summary>Reads short texts from pictures. Implementations must be safe for concurrent use.</summary>
public interface ITextRecogniser
{
    /// <summary>What stands in the pictures.</summary>
    /// <param name="pictures">Pictures of one line or block of text each, black on white.</param>
    /// <param name="kind">What kind of text is expected.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>For each picture its words in reading order; none where nothing was recognised.</returns>
    /// <exception cref="RecognitionException">The recogniser does not work.</exception>
    IReadOnlyList<IReadOnlyList<RecognisedWord>> Read(IReadOnlyList<GrayBitmap> pictures, TextKind kind, CancellationToken cancellationToken = default);
}

/// <summary>What kind of text a picture is expected to hold.</summary>
public enum TextKind
{
    /// <summary>One line of Chinese with figures.</summary>
    Line,

    /// <summary>Several lines of Chinese.</summary>
    Block,

    /// <summary>One figure.</summary>
    Figure,

    /// <summary>A single letter.</summary>
    Letter,

    /// <summary>A single digit.</summary>
    Digit,

    /// <summary>One line, taken as it is: for lines in which nothing was found as <see cref="Line"/>.</summary>
    RawLine,
}

/// <summary>A word as recognised.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Box">Where it stands in the picture.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
public readonly record struct RecognisedWord(string Text, PixelBox Box, double Confidence);

/// <summary>A recogniser does not work: it cannot be started, or fails on its input.</summary>
public sealed class RecognitionException : Exception
{
    /// <summary>An error without further words.</summary>
    public RecognitionException()
    {
    }

    /// <summary>An error with its message.</summary>
    /// <param name="message">What failed, what would be right (Chinese).</param>
    public RecognitionException(string message) : base(message)
    {
    }

    /// <summary>An error with its message and cause.</summary>
    /// <param name="message">What failed, what would be right (Chinese).</param>
    /// <param name="innerException">The cause.</param>
    public RecognitionException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
