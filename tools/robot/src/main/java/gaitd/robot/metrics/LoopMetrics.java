package gaitd.robot.metrics;

import gaitd.hal.A1;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The metrics of a control loop, from its frames. Used by one thread. */
final class LoopMetrics {
    private static final double NS_PER_S = 1e9;
    private static final List<String> AXES = List.of("forward", "left", "up");
    private static final Fault[] FAULTS =
            Arrays.stream(Fault.values()).filter(it -> it != Fault.NONE).toArray(Fault[]::new);
    private static final double[] SECONDS = {
        10e-6, 20e-6, 50e-6, 100e-6, 200e-6, 500e-6, 1e-3, 2e-3, 5e-3, 10e-3, 20e-3, 50e-3
    };

    private final Histogram lateness;
    private final Histogram compute;
    private final TickFrame newest = new TickFrame();

    /**
     * Metrics without values.
     *
     * @param registry where they are registered
     * @param board what reads the newest frame, once there is one
     */
    LoopMetrics(final PrometheusRegistry registry, final Board board) {
        lateness = histogram(registry, "gaitd_tick_lateness_seconds", "From when a tick was due to when it began");
        compute = histogram(registry, "gaitd_tick_compute_seconds", "From a tick's begin to its frame");
        board.counter("gaitd_ticks", "Ticks of the loop since it was armed", () -> newest.get(TickField.TICK) + 1);
        board.counter(
                "gaitd_missed_ticks",
                "Ticks skipped since an earlier one ran late",
                () -> newest.get(TickField.MISSED_TICKS));
        board.counter("gaitd_stops", "How often a person stopped the robot", () -> newest.get(TickField.STOPS));
        board.counter(
                "gaitd_states_accepted", "Valid states of the robot", () -> newest.get(TickField.STATES_ACCEPTED));
        board.counter(
                "gaitd_states_dropped",
                "Datagrams that were no valid states",
                () -> newest.get(TickField.STATES_DROPPED));
        board.gauge(
                "gaitd_state_age_seconds",
                "Age of the state that the newest tick used; -1 before the first",
                this::stateAge);
        board.gauges(
                "gaitd_mode",
                "1 for the mode that the loop is in",
                "mode",
                Arrays.stream(Mode.values()).map(Mode::name).toList(),
                i -> newest.get(TickField.MODE) == i ? 1 : 0);
        board.gauges(
                "gaitd_fault",
                "1 for each fault that is latched",
                "fault",
                Arrays.stream(FAULTS).map(Fault::name).toList(),
                i -> (newest.get(TickField.FAULT_BITS) & FAULTS[i].bit()) != 0 ? 1 : 0);
        board.gauges(
                "gaitd_motor_temperature_celsius",
                "Temperature that a motor reports",
                "joint",
                IntStream.range(0, A1.JOINTS).mapToObj(A1::jointName).toList(),
                i -> sensed((double) newest.get(TickField.MOTOR_TEMPERATURE, i)));
        board.gauge(
                "gaitd_imu_temperature_celsius",
                "Temperature that the IMU reports",
                () -> sensed((double) newest.get(TickField.IMU_TEMPERATURE)));
        board.gauge(
                "gaitd_power_watts",
                "Sum of |torque x speed| over the joints",
                () -> sensed(newest.real(TickField.POWER, 0)));
        board.gauge(
                "gaitd_tilt_radians",
                "Angle between the trunk's and the world's z",
                () -> sensed(newest.real(TickField.TILT, 0)));
        board.gauges(
                "gaitd_velocity_meters_per_second",
                "Estimated velocity in the heading frame",
                "axis",
                AXES,
                i -> sensed(newest.real(TickField.VELOCITY, i)));
    }

    private static Histogram histogram(final PrometheusRegistry registry, final String name, final String help) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(registry);
    }

    /** What comes of the robot's states is not a number before the first. */
    private double sensed(final double value) {
        return newest.get(TickField.STATES_ACCEPTED) > 0 ? value : Double.NaN;
    }

    private double stateAge() {
        final long ns = newest.get(TickField.STATE_AGE_NS);
        return ns < 0 ? -1 : ns / NS_PER_S;
    }

    /** Takes the next frame. */
    void take(final TickFrame frame) {
        lateness.observe(frame.get(TickField.WAKEUP_LATENESS_NS) / NS_PER_S);
        compute.observe(frame.get(TickField.COMPUTE_NS) / NS_PER_S);
        newest.copyFrom(frame.bytes(), 0);
    }
}
