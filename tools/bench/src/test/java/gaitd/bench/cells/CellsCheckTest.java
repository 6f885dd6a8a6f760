package gaitd.bench.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CellsCheckTest {
    static final Path DATA = Path.of("../../policies/src/test/resources/gaitd/policies/golden");

    @Tag("slow")
    @Test
    void everyCaseOfTheReferenceDataPasses() throws IOException {
        final var results = CellsCheck.run(DATA);
        assertEquals(53, results.size());
        for (final CellsCheck.Result result : results) {
            assertTrue(result.pass(), result::toString);
        }
    }
}
