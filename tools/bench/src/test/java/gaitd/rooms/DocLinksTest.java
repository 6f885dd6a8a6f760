package gaitd.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links of README and docs to files of this tree lead somewhere, to headings too. */
class DocLinksTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    @Test
    void everyLinkOfThisTreeHasATarget() throws IOException {
        final List<Path> pages = pages();
        int links = 0;
        for (final Path page : pages) {
            assertEquals(List.of(), broken(page));
            links += (int) LINK.matcher(Files.readString(page)).results().count();
        }
        assertTrue(pages.size() > 5 && links > 50, pages + " have only " + links + " links");
    }

    @Test
    void aBrokenLinkIsFound(@TempDir final Path folder) throws IOException {
        final Path page = folder.resolve("page.md");
        Files.writeString(page, """
                # One heading

                [good](page.md), [good](#one-heading), [good](https://example.org/none), [bad](none.md), [bad](#two).
                """);
        assertEquals(List.of("page.md: none.md", "page.md: #two"), broken(page));
    }

    @Test
    void noPageHoldsTwoVersionsOfItself() throws IOException {
        for (final Path page : pages()) {
            assertEquals(List.of(), unmerged(Files.readString(page)), page.toString());
        }
        assertEquals(List.of("<<<<<<< a", ">>>>>>> b"), unmerged("<<<<<<< a\none\n=======\ntwo\n>>>>>>> b\n"));
    }

    private static List<Path> pages() throws IOException {
        final List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static List<String> unmerged(final String text) {
        return text.lines()
                .filter(line -> line.startsWith("<<<<<<< ") || line.startsWith(">>>>>>> "))
                .toList();
    }

    private static List<String> broken(final Path page) throws IOException {
        final List<String> broken = new ArrayList<>();
        final Matcher links = LINK.matcher(Files.readString(page));
        while (links.find()) {
            final String link = links.group(1);
            if (!link.contains("://") && !leadsSomewhere(page, link)) {
                broken.add(page.getFileName() + ": " + link);
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(final Path page, final String link) throws IOException {
        final String[] parts = link.split("#", 2);
        final Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** Headings as links name them: lower case, blanks as dashes, other signs left out. */
    private static List<String> anchors(final Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
