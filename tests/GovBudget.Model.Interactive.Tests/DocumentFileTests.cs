using GovBudget.Model.Layout;

namespace GovBudget.Model.Interactive.Tests;

public sealed class DocumentFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("govbudget").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(".json")]
    [InlineData(".xlsx")]
    [InlineData(".PDF")]
    public void What_is_written_is_read_by_content_whatever_it_is_called(string extension)
    {
        var path = Path.Combine(_folder, "a" + extension);
        DocumentFile.Write(Gallery.Budget, path);
        File.Move(path, Path.Combine(_folder, "renamed.bin"));
        Assert.Equal(Fact.Of(Gallery.Budget).Select(f => f with { Page = null }), Fact.Of(Gallery.Read(Path.Combine(_folder, "renamed.bin")).Document));
    }

    [Fact]
    public void What_a_format_does_not_keep_is_said()
    {
        var document = Gallery.Accounts with { Performance = [Gallery.Form] };
        Assert.Contains("绩效表", Assert.Single(DocumentFile.Write(document, Path.Combine(_folder, "a.xlsx"))), StringComparison.Ordinal);
        Assert.Empty(DocumentFile.Write(document, Path.Combine(_folder, "a.json")));
        Assert.Equal(document, Gallery.Read(Path.Combine(_folder, "a.json")).Document);
    }

    [Fact]
    public void Other_files_are_refused()
    {
        Assert.False(DocumentFile.CanWrite("a.docx"));
        Assert.Contains(".xlsx", Assert.Throws<ArgumentException>(() => DocumentFile.Write(Gallery.Accounts, Path.Combine(_folder, "a.docx"))).Message, StringComparison.Ordinal);
        var text = Path.Combine(_folder, "a.pdf");
        File.WriteAllText(text, "not a PDF");
        Assert.Throws<UnreadableDocumentException>(() => Gallery.Read(text));
        Assert.Throws<FileNotFoundException>(() => Gallery.Read(Path.Combine(_folder, "none.pdf")));
    }
}
