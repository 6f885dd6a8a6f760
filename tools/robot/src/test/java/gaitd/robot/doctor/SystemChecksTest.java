package gaitd.robot.doctor;

import static gaitd.robot.doctor.CheckVerdict.FAIL;
import static gaitd.robot.doctor.CheckVerdict.OK;
import static gaitd.robot.doctor.CheckVerdict.WARN;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernel, limits, memory, disk and Java, each well and ill. */
class SystemChecksTest {
    @TempDir
    private Path root;

    private FakeMachine fake;

    @BeforeEach
    void makeMachine() {
        fake = new FakeMachine(root);
    }

    @Test
    void findsNothingToMendOnAGoodMachine() {
        final Checkup checkup = new Checkup(fake.machine(), null, -1);
        assertTrue(checkup.isFine(), () -> checkup.findings().toString());
    }

    @Test
    void tellsPreemptionModelsApart() {
        fake.expect("preemption", OK, "PREEMPT_RT", "");
        fake.with("proc/version", "Linux 6.1 #1 SMP PREEMPT Debian");
        fake.expect("preemption", WARN, "PREEMPT (stock, full)", "linux-image-rt-amd64");
        fake.with("etc/os-release", "ID=ubuntu");
        fake.expect("preemption", WARN, "PREEMPT", "pro enable realtime-kernel");
        fake.with("proc/version", "Linux 6.1 #1 SMP");
        fake.expect("preemption", FAIL, "voluntary", "reboot");
        fake.with("sys/kernel/realtime", "1");
        fake.expect("preemption", OK, "PREEMPT_RT", "");
    }

    @Test
    void asksForFullPreemptionOfADynamicKernel() {
        fake.with("proc/version", "Linux 6.18 #1 SMP PREEMPT_DYNAMIC");
        fake.expect("preemption", WARN, "unknown", "preempt=full");
        fake.with("proc/cmdline", "quiet preempt=voluntary");
        fake.expect("preemption", WARN, "voluntary", "preempt=full");
        fake.with("sys/kernel/debug/sched/preempt", "none voluntary (full) lazy");
        fake.arm();
        fake.expect("preemption", WARN, "full", "linux-image-rt-arm64");
    }

    @Test
    void knowsWhereBootParametersBelong() {
        fake.with("proc/version", "Linux 6.18 #1 SMP PREEMPT_DYNAMIC");
        fake.expect("preemption", WARN, "", "/etc/default/grub");
        fake.without("etc/default/grub").with("boot/firmware/cmdline.txt", "console=tty1");
        fake.expect("preemption", WARN, "", "/boot/firmware/cmdline.txt");
        fake.without("boot/firmware/cmdline.txt").with("boot/extlinux/extlinux.conf", "APPEND x");
        fake.expect("preemption", WARN, "", "extlinux.conf");
        fake.without("boot/extlinux/extlinux.conf");
        fake.expect("preemption", WARN, "", "boot loader: preempt=full");
    }

    @Test
    void judgesTheBudgetOfRealTimeThreads() {
        fake.expect("real-time budget", OK, "950 ms of every 1000 ms", "");
        fake.with("proc/sys/kernel/sched_rt_runtime_us", "-1");
        fake.expect("real-time budget", OK, "no limit", "");
        fake.with("proc/sys/kernel/sched_rt_runtime_us", "0");
        fake.expect("real-time budget", FAIL, "0 ms", "kernel.sched_rt_runtime_us=950000");
    }

    @Test
    void judgesThePriorityLimit() {
        fake.expect("priority limit", OK, "98", "");
        fake.limits("0", "unlimited");
        fake.expect("priority limit", FAIL, "0", "rtprio 98");
        fake.with("etc/security/limits.d/50-gaitd.conf", "@gaitd - rtprio 98");
        fake.expect("priority limit", FAIL, "0", "usermod -aG gaitd");
        fake.with("proc/self/status", "CapEff:\t0000000000800000");
        fake.expect("priority limit", OK, "CAP_SYS_NICE", "");
    }

    @Test
    void judgesTheLimitOfLockedMemory() {
        fake.expect("locked memory limit", OK, "unlimited", "");
        fake.limits("98", "8388608");
        fake.expect("locked memory limit", FAIL, "8388608 bytes", "memlock unlimited");
        fake.with("proc/self/status", "CapEff:\t0000000000800000");
        fake.expect("locked memory limit", FAIL, "8388608 bytes", "memlock unlimited");
        fake.with("proc/self/status", "CapEff:\t0000000000004000");
        fake.expect("locked memory limit", OK, "CAP_IPC_LOCK", "");
    }

    @Test
    void readsTheUnitWithItsDropIns() {
        fake.expect("control unit", OK, "LimitRTPRIO=98", "");
        final String dropIn = "etc/systemd/system/gaitd-control.service.d/override.conf";
        fake.with(dropIn, "[Service]\nLimitMEMLOCK=8M");
        fake.expect("control unit", FAIL, "LimitMEMLOCK=8M", "systemctl edit");
        fake.with(dropIn, "[Service]\nLimitRTPRIO = 10");
        fake.expect("control unit", FAIL, "LimitRTPRIO=10", "LimitRTPRIO=98");
        fake.with("etc/systemd/system/gaitd-control.service", "[Service]\nLimitRTPRIO=infinity");
        fake.without(dropIn);
        fake.expect("control unit", FAIL, "LimitMEMLOCK=unset", "LimitMEMLOCK=infinity");
        fake.without("etc/systemd/system/gaitd-control.service")
                .without("usr/lib/systemd/system/gaitd-control.service");
        fake.expect("control unit", WARN, "not installed", "gaitd package");
    }

    @Test
    void wantsNoSwap() {
        fake.expect("swap", OK, "none", "");
        fake.with("proc/swaps", "Filename Type Size Used Priority\n/dev/sda2 partition 9 0 -2\n/swap file 9 0 -3");
        fake.expect("swap", WARN, "/dev/sda2, /swap", "swapoff -a");
    }

    @Test
    void wantsHugePagesOnRequestOnly() {
        fake.expect("huge pages", OK, "madvise", "");
        fake.with("sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never");
        fake.expect("huge pages", WARN, "always", "echo madvise");
        fake.without("sys/kernel/mm/transparent_hugepage");
        fake.expect("huge pages", OK, "not in this kernel", "");
    }

    @Test
    void wantsAFastClock() {
        fake.expect("clock source", OK, "tsc", "");
        final String current = "sys/devices/system/clocksource/clocksource0/current_clocksource";
        fake.with(current, "hpet");
        fake.expect("clock source", WARN, "hpet", "echo tsc");
        fake.with("sys/devices/system/clocksource/clocksource0/available_clocksource", "hpet acpi_pm");
        fake.expect("clock source", WARN, "hpet", "clocksource=tsc");
    }

    @Test
    void wantsRoomInMemoryAndOnDisk() {
        fake.expect("free memory", OK, "3906 MiB", "");
        fake.with("proc/meminfo", "MemAvailable:   600000 kB");
        fake.expect("free memory", WARN, "585 MiB", "ps ");
        fake.with("proc/meminfo", "MemAvailable:   90000 kB");
        fake.expect("free memory", FAIL, "87 MiB", "ps ");
        fake.expect("free disk", OK, "10240 MiB", "");
        fake.free(1000);
        fake.expect("free disk", WARN, "1000 MiB", "apt-get clean");
        fake.expect("shared memory", OK, "1000 MiB", "");
        fake.free(20);
        fake.expect("free disk", FAIL, "20 MiB", "apt-get clean");
        fake.expect("shared memory", FAIL, "20 MiB", "remount");
        fake.free(-1);
        fake.expect("free disk", FAIL, "unknown", "df");
    }

    @Test
    void wantsAJavaThatServicesFind() {
        fake.expect("Java", OK, "25.0.3", "");
        fake.with("usr/lib/jvm/temurin-25-jdk-amd64/release", "JAVA_VERSION=\"17.0.1\"");
        fake.expect("Java", FAIL, "only 17.0.1", "temurin-25");
        fake.without("usr/lib/jvm");
        fake.expect("Java", FAIL, "none", "temurin-25");
    }
}
