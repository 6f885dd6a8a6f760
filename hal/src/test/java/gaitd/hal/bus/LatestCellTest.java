package gaitd.hal.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LatestCellTest {
    private static final int LENGTH = 24;
    private static final int WRITES = 100_000;

    @Test
    void givesNothingBeforeTheFirstRecordAndThenTheLatest() {
        final LatestCell cell = new LatestCell(2);
        final long[] out = new long[2];
        assertFalse(cell.read(out));
        cell.write(new long[] {1, 2});
        cell.write(new long[] {3, 4});
        assertTrue(cell.read(out));
        assertEquals(3, out[0]);
        assertEquals(4, out[1]);
        assertTrue(cell.read(out), "it stays");
    }

    /** All numbers of a record are the same, and never older than one that was read before. */
    @Test
    @Timeout(30)
    void aRecordIsNeverTorn() throws InterruptedException {
        final LatestCell cell = new LatestCell(LENGTH);
        final Thread writer = new Thread(() -> {
            final long[] record = new long[LENGTH];
            for (long n = 1; n <= WRITES; n++) {
                Arrays.fill(record, n);
                cell.write(record);
            }
        });
        writer.start();
        final long[] out = new long[LENGTH];
        long newest = 0;
        long reads = 0;
        while (newest < WRITES) {
            if (cell.read(out)) {
                reads++;
                for (final long number : out) {
                    assertEquals(out[0], number);
                }
                assertTrue(out[0] >= newest);
                newest = out[0];
            }
        }
        writer.join();
        assertTrue(reads > 0);
    }
}
