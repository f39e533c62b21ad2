using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Engine;

/// <summary>Files encrypted by qpdf from one plain page. Those that open with the empty password do; the others say that they are locked.</summary>
public class EncryptionTests
{
    [Theory]
    [InlineData("rc4-40.pdf")]
    [InlineData("rc4-128.pdf")]
    [InlineData("aes-128.pdf")]
    [InlineData("aes-256-r5.pdf")]
    [InlineData("aes-256-r6.pdf")]
    [InlineData("owner-empty.pdf")]
    public void Opens_without_a_password(string name)
    {
        var file = PdfFile.Open(Samples.Path(name));
        Assert.Empty(file.Diagnostics);
        Assert.Equal("Sealed", file.Title);
        Assert.Equal("Secret 123.45", PdfBuilder.Text(file.GetPage(1, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Says_that_a_password_is_needed()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => PdfFile.Open(Samples.Path("password.pdf")));
        Assert.Equal(UnreadableReason.Encrypted, error.Reason);
        Assert.Contains("密码", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repaired_file_is_still_decrypted()
    {
        byte[] whole = File.ReadAllBytes(Samples.Path("aes-128.pdf"));
        var file = PdfFile.Open(whole.AsMemory(0, whole.Length - 12));
        Assert.NotEmpty(file.Diagnostics);
        Assert.Equal("Secret 123.45", PdfBuilder.Text(file.GetPage(1, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_file_that_lost_its_trailer_is_decrypted_where_the_key_does_not_need_it()
    {
        byte[] whole = File.ReadAllBytes(Samples.Path("aes-256-r5.pdf"));
        int trailer = whole.AsSpan().LastIndexOf("trailer"u8);
        Assert.Equal("Secret 123.45", PdfBuilder.Text(PdfBuilder.Read(whole[..trailer])));
        whole = File.ReadAllBytes(Samples.Path("aes-128.pdf"));
        trailer = whole.AsSpan().LastIndexOf("trailer"u8);
        Assert.Equal(UnreadableReason.Encrypted, Assert.Throws<UnreadableDocumentException>(() => PdfFile.Open(whole.AsMemory(0, trailer))).Reason);
    }
}
