using System.Globalization;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>How far a figure recognised from a picture can be trusted, surest first.</summary>
public enum RecognitionStatus
{
    /// <summary>An identity that the figure is part of balances to the last digit.</summary>
    Confirmed,

    /// <summary>No identity says anything about it; it was recognised surely, and so were its row and column.</summary>
    Read,

    /// <summary>It was recognised unsurely, or an identity that it is part of does not balance: to be compared with the picture.</summary>
    Doubtful,
}

/// <summary>A figure that was recognised from a picture, and what the table's own arithmetic says of it.</summary>
/// <param name="Statement">Index in <see cref="BudgetDocument.Statements"/>.</param>
/// <param name="Line">Index in the statement's lines.</param>
/// <param name="Column">Canonical column path.</param>
/// <param name="Amount">The figure as recognised; null for <c>—</c>.</param>
/// <param name="Confidence">How sure the recognition is of the figure, its row's label and its column's header: 0 to 1, the least of them.</param>
/// <param name="Status">How far it can be trusted.</param>
/// <param name="Reason">Why it is doubtful (Chinese); empty where it is not.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RecognisedFigure(int Statement, int Line, string Column, Amount? Amount, double Confidence, RecognitionStatus Status, string Reason,
    Place Place)
{
    /// <summary>For people.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{Place}“{Column}” {(Amount is { } a ? a.ToString() : "—")}（{Chinese(Status)}，把握 {Confidence * 100:0}%）{Reason}");

    private static string Chinese(RecognitionStatus status) => status switch
    {
        RecognitionStatus.Confirmed => "勾稽相符",
        RecognitionStatus.Read => "已识别",
        _ => "存疑",
    };
}
