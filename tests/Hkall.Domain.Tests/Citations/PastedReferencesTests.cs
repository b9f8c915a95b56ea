using Hkall.Domain.Citations;

namespace Hkall.Domain.Tests.Citations;

/// <summary>
/// References as people paste them, each with what is in it: kind | authors | title | journal or book | year | volume | issue | pages |
/// publisher.
/// </summary>
public sealed class PastedReferencesTests
{
    public static TheoryData<string, string> References => new()
    {
        // APA
        { "Smith, J. A., & Brown, B. (2010). Reading in two scripts. Journal of Documentation, 12(3), 45–67. https://doi.org/10.1108/00220411", "Article|Smith, J. A.; Brown, B.|Reading in two scripts|Journal of Documentation|2010|12|3|45–67|" },
        { "Chan, T. M. (2019). What do readers want? A survey of five libraries. Library & Information Science Research, 41, 100–112.", "Article|Chan, T. M.|What do readers want? A survey of five libraries|Library & Information Science Research|2019|41||100–112|" },
        { "Lee, K. (2020). Small islands and their archives. PLOS ONE, 15(4), Article e0231234.", "Article|Lee, K.|Small islands and their archives|PLOS ONE|2020|15|4|e0231234|" },
        { "Kuhn, T. S. (2012). The structure of scientific revolutions (4th ed.). University of Chicago Press.", "Book|Kuhn, T. S.|The structure of scientific revolutions||2012||||University of Chicago Press" },
        { "Said, E. W. (1978). Orientalism. Pantheon Books.", "Book|Said, E. W.|Orientalism||1978||||Pantheon Books" },
        { "Wong, S. L. (1999). Family firms after the handover. In G. Hamilton (Ed.), Cosmopolitan capitalists (pp. 119–141). University of Washington Press.", "Chapter|Wong, S. L.|Family firms after the handover|Cosmopolitan capitalists|1999|||119–141|University of Washington Press" },
        { "de Beauvoir, S. (1949). Le deuxième sexe. Gallimard.", "Book|de Beauvoir, S.|Le deuxième sexe||1949||||Gallimard" },
        { "van der Berg, P., de Vries, K., & Li, X. (2001). Tides and trade. Maritime Policy & Management, 28(2), 101-118.", "Article|van der Berg, P.; de Vries, K.; Li, X.|Tides and trade|Maritime Policy & Management|2001|28|2|101-118|" },
        { "O’Neill, M. (2015, March). Markets at night. Urban Studies, 52(4), 700–715.", "Article|O’Neill, M.|Markets at night|Urban Studies|2015|52|4|700–715|" },

        // MLA
        { "Smith, John, and Ann Brown. \"Reading in Two Scripts.\" Journal of Documentation, vol. 12, no. 3, 2010, pp. 45-67.", "Article|Smith, John; Ann Brown|Reading in Two Scripts|Journal of Documentation|2010|12|3|45-67|" },
        { "Chan, Mei. “Gardens of the Peak.” Modern Asian Studies, vol. 44, no. 1, Jan. 2010, pp. 1–25. JSTOR, www.jstor.org/stable/27764655.", "Article|Chan, Mei|Gardens of the Peak|Modern Asian Studies|2010|44|1|1–25|" },
        { "Kuhn, Thomas S. The Structure of Scientific Revolutions. 4th ed., University of Chicago Press, 2012.", "Book|Kuhn, Thomas S.|The Structure of Scientific Revolutions||2012||||University of Chicago Press" },
        { "Said, Edward W. Orientalism. Pantheon, 1978.", "Book|Said, Edward W.|Orientalism||1978||||Pantheon" },
        { "Lam, Wai. \"Opera on the Quay.\" Stages of the South, edited by Rosa Ho, Cambridge UP, 2003, pp. 88-104.", "Chapter|Lam, Wai|Opera on the Quay|Stages of the South|2003|||88-104|Cambridge UP" },
        { "Bhabha, Homi K. \"Of Mimicry and Man.\" October 28 (1984): 125-133.", "Article|Bhabha, Homi K.|Of Mimicry and Man|October|1984|28||125-133|" },
        { "Ng, Kit. \"Bridges.\" Built Form 12.3 (2006): 15-31. Print.", "Article|Ng, Kit|Bridges|Built Form|2006|12|3|15-31|" },

        // Chicago
        { "Latour, Bruno. “Why Has Critique Run out of Steam?” Critical Inquiry 30, no. 2 (Winter 2004): 225–248.", "Article|Latour, Bruno|Why Has Critique Run out of Steam?|Critical Inquiry|2004|30|2|225–248|" },
        { "Bruno Latour, “Why Has Critique Run out of Steam?,” Critical Inquiry 30, no. 2 (2004): 225.", "Article|Bruno Latour|Why Has Critique Run out of Steam?|Critical Inquiry|2004|30|2|225|" },
        { "Smith, John. 2010. \"Reading in Two Scripts.\" Journal of Documentation 12 (3): 45-67.", "Article|Smith, John|Reading in Two Scripts|Journal of Documentation|2010|12|3|45-67|" },
        { "Kuhn, Thomas S. The Structure of Scientific Revolutions. 4th ed. Chicago: University of Chicago Press, 2012.", "Book|Kuhn, Thomas S.|The Structure of Scientific Revolutions||2012||||University of Chicago Press" },
        { "Thomas S. Kuhn, The Structure of Scientific Revolutions (Chicago: University of Chicago Press, 2012), 45.", "Book|Thomas S. Kuhn|The Structure of Scientific Revolutions||2012||||University of Chicago Press" },
        { "Kuhn, Thomas S. 2012. The Structure of Scientific Revolutions. Chicago: University of Chicago Press.", "Book|Kuhn, Thomas S.|The Structure of Scientific Revolutions||2012||||University of Chicago Press" },
        { "Wong, Siu-lun. “Family Firms.” In Cosmopolitan Capitalists, edited by Gary Hamilton, 119–141. Seattle: University of Washington Press, 1999.", "Chapter|Wong, Siu-lun|Family Firms|Cosmopolitan Capitalists|1999|||119–141|University of Washington Press" },
        { "Hall, Stuart. \"Encoding, Decoding.\" In Culture, Media, Language, ed. Stuart Hall (London: Hutchinson, 1980), 128-138.", "Chapter|Hall, Stuart|Encoding, Decoding|Culture, Media, Language|1980|||128-138|Hutchinson" },

        // Vancouver and AMA
        { "Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002 Jul 25;347(4):284-7.", "Article|Halpern SD; Ubel PA; Caplan AL|Solid-organ transplantation in HIV-infected patients|N Engl J Med|2002|347|4|284-7|" },
        { "1. Rose ME, Huerbin MB, Melick J, et al. Regulation of interstitial excitatory amino acid concentrations. Brain Res. 2002;935(1-2):40-6.", "Article|Rose ME; Huerbin MB; Melick J|Regulation of interstitial excitatory amino acid concentrations|Brain Res|2002|935|1-2|40-6|" },
        { "Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. St. Louis: Mosby; 2002.", "Book|Murray PR; Rosenthal KS; Kobayashi GS; Pfaller MA|Medical microbiology||2002||||Mosby" },
        { "Meltzer PS, Kallioniemi A. Chromosome alterations in human solid tumors. In: Vogelstein B, Kinzler KW, editors. The genetic basis of human cancer. New York: McGraw-Hill; 2002. p. 93-113.", "Chapter|Meltzer PS; Kallioniemi A|Chromosome alterations in human solid tumors|The genetic basis of human cancer|2002|||93-113|McGraw-Hill" },
        { "Wong A, Lee B. Nucleic acid repair. Nucleic acids research. 2014;42:D10-D15. PMID: 24288374", "Article|Wong A; Lee B|Nucleic acid repair|Nucleic acids research|2014|42||D10-D15|" },
        { "[3] Chan KW. A trial of tea. Lancet. 1999;353:1001-5. doi: 10.1016/S0140-6736(98)00001-2", "Article|Chan KW|A trial of tea|Lancet|1999|353||1001-5|" },
        { "Ho DD, Ng P. Is rest needed? A crossover study. JAMA. 2010;303(4):1-5.", "Article|Ho DD; Ng P|Is rest needed? A crossover study|JAMA|2010|303|4|1-5|" },

        // Harvard
        { "Smith, J. and Brown, B. (2010) 'Reading in two scripts', Journal of Documentation, 12(3), pp. 45-67.", "Article|Smith, J.; Brown, B.|Reading in two scripts|Journal of Documentation|2010|12|3|45-67|" },
        { "Smith, J., 2010. Reading in two scripts. Journal of Documentation, 12(3), pp.45-67.", "Article|Smith, J.|Reading in two scripts|Journal of Documentation|2010|12|3|45-67|" },
        { "Chan, T. (2014) ‘Workers’ rights in the port’, Labour History, vol. 55, no. 2, pp. 200–220.", "Article|Chan, T.|Workers’ rights in the port|Labour History|2014|55|2|200–220|" },
        { "Kuhn, T.S. (2012) The structure of scientific revolutions. 4th edn. Chicago: University of Chicago Press.", "Book|Kuhn, T.S.|The structure of scientific revolutions||2012||||University of Chicago Press" },
        { "Said, E. (1978) Orientalism. London: Routledge.", "Book|Said, E.|Orientalism||1978||||Routledge" },
        { "Lam, W. (2003) 'Opera on the quay', in Ho, R. (ed.) Stages of the south. Cambridge: Cambridge University Press, pp. 88-104.", "Chapter|Lam, W.|Opera on the quay|Stages of the south|2003|||88-104|Cambridge University Press" },
        { "Ng, K 2006, 'Bridges of the delta', Built Form, vol. 12, no. 3, pp. 15-31.", "Article|Ng, K|Bridges of the delta|Built Form|2006|12|3|15-31|" },

        // IEEE, Nature
        { "[7] J. Smith and B. Brown, \"Reading in two scripts,\" J. Doc., vol. 12, no. 3, pp. 45–67, Mar. 2010.", "Article|J. Smith; B. Brown|Reading in two scripts|J. Doc|2010|12|3|45–67|" },
        { "Watson, J. D. & Crick, F. H. C. Molecular structure of nucleic acids. Nature 171, 737–738 (1953).", "Article|Watson, J. D.; Crick, F. H. C.|Molecular structure of nucleic acids|Nature|1953|171||737–738|" },

        // GB/T 7714
        { "[1] 王明, 李华. 高校图书馆馆际互借研究[J]. 图书情报工作, 2015, 59(3): 45-50.", "Article|王明; 李华|高校图书馆馆际互借研究|图书情报工作|2015|59|3|45-50|" },
        { "陈大文．文献传递的版权问题［J］．中国图书馆学报，2009（6）：12－15．", "Article|陈大文|文献传递的版权问题|中国图书馆学报|2009||6|12|" },
        { "钱穆. 国史大纲[M]. 北京: 商务印书馆, 1996.", "Book|钱穆|国史大纲||1996||||商务印书馆" },
        { "费孝通. 乡土中国[M]. 修订版. 上海: 上海人民出版社, 2006: 25-30.", "Book|费孝通|乡土中国||2006||||上海人民出版社" },
        { "张三. 图书馆联盟的成本[C]//李四. 信息服务论文集. 北京: 科学出版社, 2001: 100-110.", "Chapter|张三|图书馆联盟的成本|信息服务论文集|2001|||100-110|科学出版社" },
        { "SMITH J, BROWN A B. Reading in two scripts[J]. Journal of Documentation, 2010, 12(3): 45-67.", "Article|SMITH J; BROWN A B|Reading in two scripts|Journal of Documentation|2010|12|3|45-67|" },
        { "刘小红. 南方方言研究[D]. 广州: 中山大学, 2012.", "Book|刘小红|南方方言研究||2012||||中山大学" },
        { "赵明, 等. 数字人文综述[J/OL]. 大学图书馆学报, 2020, 38(1): 5-12.", "Article|赵明|数字人文综述|大学图书馆学报|2020|38|1|5-12|" },

        // Chinese references with brackets
        { "錢穆：《國史大綱》，臺北：臺灣商務印書館，1995年。", "Book|錢穆|國史大綱||1995||||臺灣商務印書館" },
        { "余英時：〈中國知識份子的邊緣化〉，《二十一世紀》，第6期（1991年），頁15-25。", "Article|余英時|中國知識份子的邊緣化|二十一世紀|1991||6|15-25|" },
        { "周策縱，「五四運動」，《明報月刊》，第14卷第5期，1979年，頁2-10。", "Article|周策縱|五四運動|明報月刊|1979|14|5|2-10|" },
        { "鄭樹森（2003）。〈香港的小說〉，《香港文學史》，香港：牛津大學出版社，頁33-40。", "Chapter|鄭樹森|香港的小說|香港文學史|2003|||33-40|牛津大學出版社" },
        { "張愛玲著，《傾城之戀》，皇冠出版社，民國80年。", "Book|張愛玲|傾城之戀||1991||||皇冠出版社" },

        // RIS
        { "TY  - JOUR\nAU  - Smith, John\nAU  - Brown, Ann\nTI  - Reading in Two Scripts\nJO  - Journal of Documentation\nPY  - 2010/03//\nVL  - 12\nIS  - 3\nSP  - 45\nEP  - 67\nSN  - 0022-0418\nDO  - 10.1108/00220411\nER  - ", "Article|Smith, John; Brown, Ann|Reading in Two Scripts|Journal of Documentation|2010|12|3|45-67|" },
        { "TY  - BOOK\r\nA1  - Kuhn, Thomas S.\r\nT1  - The Structure of Scientific Revolutions\r\nPB  - University of Chicago Press\r\nY1  - 2012\r\nSN  - 9780226458113\r\nER  -", "Book|Kuhn, Thomas S.|The Structure of Scientific Revolutions||2012||||University of Chicago Press" },
        { "TY  - CHAP\nAU  - Wong, Siu-lun\nA2  - Hamilton, Gary\nTI  - Family Firms\nT2  - Cosmopolitan Capitalists\nPY  - 1999\nSP  - 119\nEP  - 141\nPB  - University of Washington Press\nER  - ", "Chapter|Wong, Siu-lun|Family Firms|Cosmopolitan Capitalists|1999|||119-141|University of Washington Press" },

        // BibTeX
        { "@article{smith2010, author = {Smith, John and Brown, Ann}, title = {Reading in {T}wo Scripts}, journal = \"Journal of Documentation\", year = 2010, volume = 12, number = {3}, pages = {45--67}}", "Article|Smith, John; Brown, Ann|Reading in Two Scripts|Journal of Documentation|2010|12|3|45–67|" },
        { "@book{kuhn,\n  author    = {Thomas S. Kuhn},\n  title     = {The Structure of Scientific Revolutions},\n  publisher = {University of Chicago Press},\n  year      = {2012},\n  isbn      = {978-0-226-45811-3}\n}", "Book|Thomas S. Kuhn|The Structure of Scientific Revolutions||2012||||University of Chicago Press" },
        { "@incollection{wong,author={Wong, Siu-lun},title={Family Firms},booktitle={Cosmopolitan Capitalists},editor={Hamilton, Gary},year={1999},pages={119-141},publisher={University of Washington Press}}", "Chapter|Wong, Siu-lun|Family Firms|Cosmopolitan Capitalists|1999|||119-141|University of Washington Press" },
        { "@article{g, author={G{\\\"o}del, Kurt}, title={{\\\"U}ber formal unentscheidbare S{\\\"a}tze}, journal={Monatshefte f{\\\"u}r Mathematik}, volume={38}, pages={173--198}, year={1931}}", "Article|Gödel, Kurt|Über formal unentscheidbare Sätze|Monatshefte für Mathematik|1931|38||173–198|" },
        { "@phdthesis{lau, author=\"Lau, Man\", title=\"Tramways of the Island\", school=\"University of Hong Kong\", year=\"2005\"}", "Book|Lau, Man|Tramways of the Island||2005||||University of Hong Kong" },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void A_reference_in_a_common_style_is_read(string pasted, string expected) =>
        Written(PastedText.Read(pasted).Items.ShouldHaveSingleItem().Work).ShouldBe(expected);

    [Fact]
    public void What_was_typed_stands_beside_what_was_read()
    {
        var read = PastedText.Read("Smith, J. (2010). Reading in two scripts. Journal of Documentation, 12(3), 45–67. doi:10.1108/ABC.").Items.ShouldHaveSingleItem();
        read.Work.Doi.ShouldBe("10.1108/abc");
        read.Fields["doi"].ShouldBe("doi:10.1108/ABC");
        read.Fields["pages"].ShouldBe("45–67");
        read.Form.ShouldBe(PastedForm.Reference);
    }

    private static string Written(CitedWork work) => string.Join(
        '|', work.Kind, string.Join("; ", work.Authors), work.Title, work.Container, work.Year, work.Volume, work.Issue, work.Pages, work.Publisher);
}
