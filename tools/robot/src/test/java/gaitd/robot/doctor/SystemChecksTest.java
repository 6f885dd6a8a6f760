package gaitd.robot.doctor;

import static gaitd.robot.doctor.CheckVerdict.FAIL;
import static gaitd.robot.doctor.CheckVerdict.OK;
import static gaitd.robot.doctor.CheckVerdict.WARN;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

    private void expect(final String name, final CheckVerdict verdict, final String is, final String fix) {
        final Finding finding = fake.find(name);
        assertEquals(verdict, finding.verdict(), finding::toString);
        assertTrue(finding.is().contains(is), finding::toString);
        assertTrue(finding.fix().contains(fix), finding::toString);
    }

    @Test
    void findsNothingToMendOnAGoodMachine() {
        final Checkup checkup = new Checkup(fake.machine(), null, -1);
        assertTrue(checkup.isFine(), () -> checkup.findings().toString());
    }

    @Test
    void tellsPreemptionModelsApart() {
        expect("preemption", OK, "PREEMPT_RT", "");
        fake.with("proc/version", "Linux 6.1 #1 SMP PREEMPT Debian");
        expect("preemption", WARN, "PREEMPT (stock, full)", "linux-image-rt-amd64");
        fake.with("etc/os-release", "ID=ubuntu");
        expect("preemption", WARN, "PREEMPT", "pro enable realtime-kernel");
        fake.with("proc/version", "Linux 6.1 #1 SMP");
        expect("preemption", FAIL, "voluntary", "reboot");
        fake.with("sys/kernel/realtime", "1");
        expect("preemption", OK, "PREEMPT_RT", "");
    }

    @Test
    void asksForFullPreemptionOfADynamicKernel() {
        fake.with("proc/version", "Linux 6.18 #1 SMP PREEMPT_DYNAMIC");
        expect("preemption", WARN, "unknown", "preempt=full");
        fake.with("proc/cmdline", "quiet preempt=voluntary");
        expect("preemption", WARN, "voluntary", "preempt=full");
        fake.with("sys/kernel/debug/sched/preempt", "none voluntary (full) lazy");
        fake.arm();
        expect("preemption", WARN, "full", "linux-image-rt-arm64");
    }

    @Test
    void knowsWhereBootParametersBelong() {
        fake.with("proc/version", "Linux 6.18 #1 SMP PREEMPT_DYNAMIC");
        expect("preemption", WARN, "", "/etc/default/grub");
        fake.without("etc/default/grub").with("boot/firmware/cmdline.txt", "console=tty1");
        expect("preemption", WARN, "", "/boot/firmware/cmdline.txt");
        fake.without("boot/firmware/cmdline.txt").with("boot/extlinux/extlinux.conf", "APPEND x");
        expect("preemption", WARN, "", "extlinux.conf");
        fake.without("boot/extlinux/extlinux.conf");
        expect("preemption", WARN, "", "boot loader: preempt=full");
    }

    @Test
    void judgesTheBudgetOfRealTimeThreads() {
        expect("real-time budget", OK, "950 ms of every 1000 ms", "");
        fake.with("proc/sys/kernel/sched_rt_runtime_us", "-1");
        expect("real-time budget", OK, "no limit", "");
        fake.with("proc/sys/kernel/sched_rt_runtime_us", "0");
        expect("real-time budget", FAIL, "0 ms", "kernel.sched_rt_runtime_us=950000");
    }

    @Test
    void judgesThePriorityLimit() {
        expect("priority limit", OK, "98", "");
        fake.limits("0", "unlimited");
        expect("priority limit", FAIL, "0", "rtprio 98");
        fake.with("etc/security/limits.d/50-gaitd.conf", "@gaitd - rtprio 98");
        expect("priority limit", FAIL, "0", "usermod -aG gaitd");
        fake.with("proc/self/status", "CapEff:\t0000000000800000");
        expect("priority limit", OK, "CAP_SYS_NICE", "");
    }

    @Test
    void judgesTheLimitOfLockedMemory() {
        expect("locked memory limit", OK, "unlimited", "");
        fake.limits("98", "8388608");
        expect("locked memory limit", FAIL, "8388608 bytes", "memlock unlimited");
        fake.with("proc/self/status", "CapEff:\t0000000000800000");
        expect("locked memory limit", FAIL, "8388608 bytes", "memlock unlimited");
        fake.with("proc/self/status", "CapEff:\t0000000000004000");
        expect("locked memory limit", OK, "CAP_IPC_LOCK", "");
    }

    @Test
    void readsTheUnitWithItsDropIns() {
        expect("control unit", OK, "LimitRTPRIO=98", "");
        final String dropIn = "etc/systemd/system/gaitd-control.service.d/override.conf";
        fake.with(dropIn, "[Service]\nLimitMEMLOCK=8M");
        expect("control unit", FAIL, "LimitMEMLOCK=8M", "systemctl edit");
        fake.with(dropIn, "[Service]\nLimitRTPRIO = 10");
        expect("control unit", FAIL, "LimitRTPRIO=10", "LimitRTPRIO=98");
        fake.with("etc/systemd/system/gaitd-control.service", "[Service]\nLimitRTPRIO=infinity");
        fake.without(dropIn);
        expect("control unit", FAIL, "LimitMEMLOCK=unset", "LimitMEMLOCK=infinity");
        fake.without("etc/systemd/system/gaitd-control.service")
                .without("usr/lib/systemd/system/gaitd-control.service");
        expect("control unit", WARN, "not installed", "gaitd package");
    }

    @Test
    void wantsNoSwap() {
        expect("swap", OK, "none", "");
        fake.with("proc/swaps", "Filename Type Size Used Priority\n/dev/sda2 partition 9 0 -2\n/swap file 9 0 -3");
        expect("swap", WARN, "/dev/sda2, /swap", "swapoff -a");
    }

    @Test
    void wantsHugePagesOnRequestOnly() {
        expect("huge pages", OK, "madvise", "");
        fake.with("sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never");
        expect("huge pages", WARN, "always", "echo madvise");
        fake.without("sys/kernel/mm/transparent_hugepage");
        expect("huge pages", OK, "not in this kernel", "");
    }

    @Test
    void wantsAFastClock() {
        expect("clock source", OK, "tsc", "");
        final String current = "sys/devices/system/clocksource/clocksource0/current_clocksource";
        fake.with(current, "hpet");
        expect("clock source", WARN, "hpet", "echo tsc");
        fake.with("sys/devices/system/clocksource/clocksource0/available_clocksource", "hpet acpi_pm");
        expect("clock source", WARN, "hpet", "clocksource=tsc");
    }

    @Test
    void wantsRoomInMemoryAndOnDisk() {
        expect("free memory", OK, "3906 MiB", "");
        fake.with("proc/meminfo", "MemAvailable:   600000 kB");
        expect("free memory", WARN, "585 MiB", "ps ");
        fake.with("proc/meminfo", "MemAvailable:   90000 kB");
        expect("free memory", FAIL, "87 MiB", "ps ");
        expect("free disk", OK, "10240 MiB", "");
        fake.free(1000);
        expect("free disk", WARN, "1000 MiB", "apt-get clean");
        expect("shared memory", OK, "1000 MiB", "");
        fake.free(20);
        expect("free disk", FAIL, "20 MiB", "apt-get clean");
        expect("shared memory", FAIL, "20 MiB", "remount");
        fake.free(-1);
        expect("free disk", FAIL, "unknown", "df");
    }

    @Test
    void wantsAJavaThatServicesFind() {
        expect("Java", OK, "25.0.3", "");
        fake.with("usr/lib/jvm/temurin-25-jdk-amd64/release", "JAVA_VERSION=\"17.0.1\"");
        expect("Java", FAIL, "only 17.0.1", "temurin-25");
        fake.without("usr/lib/jvm");
        expect("Java", FAIL, "none", "temurin-25");
    }
}
