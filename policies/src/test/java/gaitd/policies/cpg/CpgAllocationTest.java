package gaitd.policies.cpg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CpgAllocationTest {
    private static final int UPDATES = 100_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final HopfOscillators osc = new HopfOscillators(Gait.TROT, 150, 1);
    private final Gait[] gaits = Gait.values();
    private final double[] mu = {1.2, 1.5, 1.8, Double.NaN};
    private final double[] frequencyHz = {2, 2, 2, 2};
    private final double[] lateralRateHz = {0.1, -0.1, 0.2, Double.NaN};

    @ParameterizedTest
    @EnumSource
    void allocatesNothingPerUpdate(final FootPath.Profile profile) {
        final FootPath path = new FootPath(profile);
        run(path);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            least = Math.min(least, bytesOf(path));
        }
        assertEquals(0, least, "bytes over " + UPDATES + " updates");
    }

    /** The virtual machine may allocate once on a thread's behalf when it compiles; an update would do so in every round. */
    private long bytesOf(final FootPath path) {
        final long before = threads.getCurrentThreadAllocatedBytes();
        final double sum = run(path);
        final long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(Double.isFinite(sum));
        return bytes;
    }

    private double run(final FootPath path) {
        double sum = 0;
        for (int i = 0; i < UPDATES; i++) {
            if (i % 1000 == 0) {
                osc.setGait(gaits[i / 1000 % gaits.length]);
            }
            osc.update(mu, frequencyHz, lateralRateHz, 0.01);
            path.configure(0.25 + 1e-7 * i, 0.05, 0.01, 0.15, 0.55);
            path.update(osc);
            path.update(osc, frequencyHz);
            sum += path.dx[3] + path.vz[0];
        }
        return sum;
    }
}
