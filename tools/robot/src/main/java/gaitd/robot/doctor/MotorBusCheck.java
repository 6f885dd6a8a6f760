package gaitd.robot.doctor;

import gaitd.hal.bus.BusBudget;
import gaitd.hal.serial.LatencyTimer;
import gaitd.hal.serial.PortSetup;
import gaitd.hal.serial.SerialDevice;
import gaitd.hal.serial.SerialException;
import java.nio.file.Path;
import java.util.Locale;

/** What a bus of three motors allows at the speed of its line: that of the motors, or that which a port really does. */
final class MotorBusCheck implements Check {
    private static final String NAME = "motor bus";
    private static final int A1_BAUD = 4_800_000;
    private static final double NS_PER_US = 1e3;
    private static final Path SYSTEM = Path.of("/sys");

    private final String port;
    private final double rateHz;

    /**
     * A check of one port.
     *
     * @param port opened, set and closed again; null to compute for the motors' own speed
     * @param rateHz control rate, Hz
     */
    MotorBusCheck(final String port, final double rateHz) {
        this.port = port;
        this.rateHz = rateHz;
    }

    @Override
    public Finding look(final Machine machine) {
        if (port == null) {
            return judged("", A1_BAUD);
        }
        final PortSetup setup;
        try (SerialDevice device = SerialDevice.open(port, A1_BAUD)) {
            setup = device.setup();
        } catch (final SerialException e) {
            return Finding.fail(
                    NAME,
                    "unknown: " + e.getMessage(),
                    "a port for " + A1_BAUD + " baud",
                    "gaitd doctor --serial PORT");
        }
        final Finding found = judged(setup.text() + "; ", setup.baud());
        if (found.verdict() == CheckVerdict.OK && setup.latencyTimerMs() > LatencyTimer.SHORTEST_MS) {
            return Finding.warn(
                    NAME,
                    found.is(),
                    "latency timer of 1 ms: each answer waits that long",
                    new LatencyTimer(SYSTEM, setup.device().getFileName().toString()).command());
        }
        return found;
    }

    private Finding judged(final String before, final int baud) {
        final BusBudget budget = new BusBudget(baud);
        final double leftUs = budget.turnaroundNs(rateHz) / NS_PER_US;
        final String is = String.format(
                Locale.ROOT,
                "%sthree motors take %.0f us on a wire of %d baud, at most %.0f rounds/s; %.0f Hz leave %.0f us for each"
                        + " turn-around",
                before,
                budget.roundNs(0) / NS_PER_US,
                baud,
                budget.roundsPerS(0),
                rateHz,
                leftUs);
        return leftUs > 0
                ? Finding.ok(NAME, is)
                : Finding.fail(
                        NAME,
                        is,
                        "time for the motors to answer within a control period",
                        "set loop.rate_hz below " + (int) budget.roundsPerS(0) + " in the configuration");
    }
}
