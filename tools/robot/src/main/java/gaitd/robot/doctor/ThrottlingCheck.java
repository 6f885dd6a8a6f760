package gaitd.robot.doctor;

import java.util.OptionalLong;

/** The share of time that the kernel allows real-time threads. */
final class ThrottlingCheck implements Check {
    private static final String NAME = "real-time budget";
    private static final double SHARE_MIN = 0.9;
    private static final String SHOULD = "950 ms of every 1000 ms, or no limit: a thread beyond it is stopped";
    private static final String FIX =
            "sudo sysctl -w kernel.sched_rt_period_us=1000000 kernel.sched_rt_runtime_us=950000";

    @Override
    public Finding look(final Machine machine) {
        final OptionalLong runtimeUs = machine.number("proc/sys/kernel/sched_rt_runtime_us");
        final OptionalLong periodUs = machine.number("proc/sys/kernel/sched_rt_period_us");
        if (runtimeUs.isEmpty() || periodUs.isEmpty() || periodUs.getAsLong() <= 0) {
            return Finding.warn(NAME, "unknown: kernel.sched_rt_runtime_us cannot be read", SHOULD, FIX);
        }
        if (runtimeUs.getAsLong() < 0) {
            return Finding.ok(NAME, "no limit");
        }
        final String is = "%d ms of every %d ms".formatted(runtimeUs.getAsLong() / 1000, periodUs.getAsLong() / 1000);
        return runtimeUs.getAsLong() >= SHARE_MIN * periodUs.getAsLong()
                ? Finding.ok(NAME, is)
                : Finding.fail(NAME, is, SHOULD, FIX);
    }
}
