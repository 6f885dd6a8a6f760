package gaitd.robot.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakBenchTest {
    @TempDir
    Path folder;

    /** Too short to tell what grows, but for descriptors and threads of the companion; and nothing is missing that nobody counted. */
    @Test
    @Tag("slow")
    void aShortSoakAccountsForEachFrame() throws IOException {
        final Path json = folder.resolve("soak.json");
        final Cli soak = Cli.run("bench", "soak", "--seconds", "20", "--priority", "0", "--json", json.toString());
        final JsonDocument report = JsonDocument.of(json);
        assertTrue(report.number("ticks") > 1000, soak::toString);
        assertEquals(0, report.number("unaccounted"), soak::toString);
        assertTrue(report.number("recorded") > 1000, soak::toString);
        assertTrue(report.number("page_bytes") > 0, soak::toString);
        assertTrue(report.number("foxglove_messages") > 1000, soak::toString);
        assertTrue(report.number("companion", "descriptors_growth") <= 2, soak::toString);
        assertTrue(report.number("companion", "threads_growth") <= 2, soak::toString);
    }

    @Test
    void whatGrowsIsNotFlat() {
        assertTrue(course(15.9, 1.9, 1, 1).isFlat());
        assertFalse(course(16.1, 0, 0, 0).isFlat());
        assertFalse(course(0, 2.1, 0, 0).isFlat());
        assertFalse(course(0, 0, 4, 0).isFlat());
        assertFalse(course(0, 0, 0, 4).isFlat());
        assertTrue(course(-50, -10, -7, -7).isFlat());
    }

    /** A course that grows by so much, along a line, after a warm-up that does not count. */
    private static UseCourse course(final double resident, final double heap, final int open, final int threads) {
        final UseCourse course = new UseCourse();
        for (int i = 0; i < 100; i++) {
            course.add(new ProcessUse(1e3 * i, 1e3 * i, i, i));
        }
        for (int i = 0; i <= 300; i++) {
            course.add(new ProcessUse(
                    200 + resident * i / 300,
                    20 + heap * i / 300,
                    Math.round(open * i / 300f),
                    Math.round(threads * i / 300f)));
        }
        return course;
    }
}
