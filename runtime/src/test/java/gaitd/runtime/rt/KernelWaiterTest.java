package gaitd.runtime.rt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelWaiterTest {
    private static final long PERIOD_NS = 1_000_000;

    private final FakeSyscalls calls = new FakeSyscalls();
    private final long startNs = calls.nowNs;

    private long await(final long spinNs, final long leftNs) {
        return new KernelWaiter(calls, calls::look, PERIOD_NS, spinNs).await(startNs + leftNs);
    }

    private List<String> sleptUntil(final long... leftNs) {
        return java.util.Arrays.stream(leftNs)
                .mapToObj(left -> "sleep " + (startNs + left))
                .toList();
    }

    @Test
    void sleepsUntilTheMomentItself() {
        assertEquals(startNs + 900_000, await(0, 900_000));
        assertEquals(sleptUntil(900_000), calls.asked);
    }

    @Test
    void sleepsAgainAfterASignal() {
        calls.signals = 3;
        assertEquals(startNs + 900_000, await(0, 900_000));
        assertEquals(sleptUntil(900_000, 900_000, 900_000, 900_000), calls.asked);
    }

    @Test
    void doesNotSleepWhenTheMomentIsOver() {
        assertEquals(startNs, await(50_000, -1));
        assertEquals(List.of(), calls.asked);
    }

    @Test
    void spinsTheLastStretchOnly() {
        calls.lookNs = 1_000;
        assertTrue(await(50_000, 900_000) >= startNs + 900_000);
        assertEquals(sleptUntil(850_000), calls.asked);
    }

    @Test
    void sleepsATenthOfThePeriodBeforeItSpins() {
        calls.lookNs = 10;
        await(500_000, 300_000);
        assertEquals(sleptUntil(100_010), calls.asked);
    }

    @Test
    void doesNotSpinWhenLittleIsLeft() {
        calls.lookNs = 10;
        await(500_000, 90_000);
        assertEquals(sleptUntil(90_000), calls.asked);
    }

    @Test
    void refusesAClockThatIsNotTheKernels() {
        assertTrue(KernelWaiter.sharesClock(calls, calls::look));
        assertFalse(KernelWaiter.sharesClock(calls, () -> 5));
        calls.errors.put("clock", 1);
        assertFalse(KernelWaiter.sharesClock(calls, calls::look));
    }

    @Test
    void refusesASystemWithoutSuchASleep() {
        calls.errors.put("sleep", Errno.ENOSYS);
        assertFalse(KernelWaiter.sharesClock(calls, calls::look));
    }
}
