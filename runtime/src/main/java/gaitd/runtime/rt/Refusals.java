package gaitd.runtime.rt;

import java.nio.file.Path;

/** Reasons why the system refused a measure, and remedies. */
final class Refusals {
    private static final String RTPRIO = "Max realtime priority";
    private static final String MEMLOCK = "Max locked memory";

    private final Limits limits;
    private final Path latencyFile;

    Refusals(final Limits limits, final Path latencyFile) {
        this.limits = limits;
        this.latencyFile = latencyFile;
    }

    String reason(final Measure measure, final int errno) {
        final String name = Errno.name(errno);
        return switch (measure) {
            case PRIORITY, JVM_THREADS -> name + ", limit rtprio is " + limits.soft(RTPRIO);
            case MEMORY_LOCK -> name + ", limit memlock is " + limits.soft(MEMLOCK) + " bytes";
            case DMA_LATENCY -> name + ", " + latencyFile + (errno == Errno.ENOENT ? " is missing" : "");
            case AFFINITY, TIMER_SLACK, THREAD_NAME, ABSOLUTE_SLEEP -> name;
        };
    }

    String remedy(final Measure measure, final int errno, final String asked) {
        if (errno == Errno.ENOSYS) {
            return "this needs Linux; elsewhere switch it off";
        }
        return switch (measure) {
            case PRIORITY, JVM_THREADS ->
                "raise the limit: LimitRTPRIO=99 in the unit, or 'USER - rtprio 99' in /etc/security/limits.d/gaitd.conf and"
                        + " log in again; if it is high enough, give the control group time in cpu.rt_runtime_us";
            case MEMORY_LOCK ->
                "raise the limit: LimitMEMLOCK=infinity in the unit, or 'USER - memlock unlimited' in"
                        + " /etc/security/limits.d/gaitd.conf and log in again";
            case DMA_LATENCY ->
                errno == Errno.ENOENT
                        ? "use a kernel with power management quality of service, or set rt.dma_latency_us = \"off\""
                        : "let this user write it: a udev rule KERNEL==\"cpu_dma_latency\", GROUP=\"gaitd\","
                                + " MODE=\"0660\"";
            case AFFINITY ->
                "choose a processor that is in Cpus_allowed_list of /proc/self/status (" + asked
                        + " is not), or widen AllowedCPUs= of the unit";
            case TIMER_SLACK, THREAD_NAME, ABSOLUTE_SLEEP -> "let the system call filter of the sandbox pass it";
        };
    }
}
