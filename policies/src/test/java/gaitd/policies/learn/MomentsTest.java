package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void mergedMomentsAreThoseOfAll() {
        final Random random = new Random(1);
        final Moments all = new Moments(2);
        final Moments first = new Moments(2);
        final Moments second = new Moments(2);
        final float[] row = new float[2];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 1000; i++) {
            row[0] = (float) (5 + 2 * random.nextGaussian());
            row[1] = (float) random.nextGaussian();
            sum += row[0];
            squares += (double) row[0] * row[0];
            all.add(row, 0);
            (i < 300 ? first : second).add(row, 0);
        }
        first.add(second);
        final double mean = sum / 1000;
        assertEquals(mean, all.mean(0), 1e-9);
        assertEquals(Math.sqrt(squares / 1000 - mean * mean), all.deviation(0), 1e-9);
        assertEquals(all.mean(0), first.mean(0), 1e-9);
        assertEquals(all.deviation(1), first.deviation(1), 1e-9);
    }

    @Test
    void whatNeverChangesIsNotBlownUp() {
        final Moments moments = new Moments(1);
        for (int i = 0; i < 10; i++) {
            moments.add(new float[] {4}, 0);
        }
        assertEquals(4, moments.mean(0), 1e-12);
        assertEquals(1, moments.deviation(0));
    }

    @Test
    void widenedMomentsKeepWhatIsKnown() {
        final Moments moments = new Moments(1);
        moments.add(new float[] {1}, 0);
        moments.add(new float[] {3}, 0);
        final Moments wide = moments.widened(2, 1.5);
        assertEquals(1.5, wide.count());
        assertEquals(2, wide.mean(0), 1e-12);
        assertEquals(1, wide.deviation(0), 1e-12);
        assertEquals(0, wide.mean(1));
    }
}
