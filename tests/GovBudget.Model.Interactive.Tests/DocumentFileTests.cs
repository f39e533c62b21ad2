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
    public void Performance_forms_are_kept_by_every_format()
    {
        var document = Gallery.Accounts with { Performance = [Gallery.Form] };
        foreach (var extension in DocumentFile.WrittenExtensions)
        {
            DocumentFile.Write(document, Path.Combine(_folder, "a" + extension));
            Assert.Equal(document.Performance, Gallery.Read(Path.Combine(_folder, "a" + extension)).Document.Performance);
        }
    }

    [Fact]
    public void Other_files_are_refused()
    {
        Assert.False(DocumentFile.CanWrite("a.docx"));
        Assert.Contains(".xlsx", Assert.Throws<ArgumentException>(() => DocumentFile.Write(Gallery.Accounts, Path.Combine(_folder, "a.docx"))).Message,
            StringComparison.Ordinal);
        var text = Path.Combine(_folder, "a.pdf");
        File.WriteAllText(text, "not a PDF");
        Assert.Throws<UnreadableDocumentException>(() => Gallery.Read(text));
        Assert.Throws<FileNotFoundException>(() => Gallery.Read(Path.Combine(_folder, "none.pdf")));
    }
}
