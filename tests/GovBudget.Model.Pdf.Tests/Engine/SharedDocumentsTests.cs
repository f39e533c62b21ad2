namespace GovBudget.Model.Pdf.Tests.Engine;

/// <summary>Every shared document opens whole: no repair, no unknown letter, nothing lost.</summary>
public class SharedDocumentsTests
{
    [Fact]
    public void Nothing_is_lost_in_any_shared_document()
    {
        Shared.Require();
        foreach (string path in Shared.Pdfs())
        {
            var file = PdfFile.Open(path);
            Assert.Empty(file.Diagnostics);
            int letters = 0;
            for (int page = 1; page <= file.PageCount; page++)
            {
                var content = file.GetPage(page, TestContext.Current.CancellationToken);
                Assert.DoesNotContain(content.Diagnostics, d => d.IsLoss);
                Assert.DoesNotContain(content.Letters, l => l.Source >= UnicodeSource.Guessed);
                letters += content.Letters.Count;
            }

            Assert.True(letters > 3000, path);
        }
    }
}
