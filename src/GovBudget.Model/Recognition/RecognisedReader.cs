using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>Reads layouts of which letters were recognised from pictures: labels are held against the official names before, figures against the tables'
/// identities after.</summary>
public static class RecognisedReader
{
    /// <summary>Reads a layout like <see cref="DocumentReader"/>, and judges what was recognised in it (<see cref="Reading.Recognised"/>).</summary>
    /// <param name="layout">Paragraphs and grids in reading order; recognised cells have a confidence below 1.</param>
    public static Reading Read(DocumentLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return RecognitionReview.Apply(DocumentReader.Read(OfficialWords.Mend(layout)));
    }
}
