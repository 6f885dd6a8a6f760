package gaitd.robot.doctor;

import static gaitd.robot.doctor.CheckVerdict.FAIL;
import static gaitd.robot.doctor.CheckVerdict.OK;
import static gaitd.robot.doctor.CheckVerdict.WARN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cores, interrupts, idle states, the robot's network and serial adapters, each well and ill. */
class CoreAndDeviceChecksTest {
    @TempDir
    private Path root;

    private FakeMachine fake;

    @BeforeEach
    void makeMachine() {
        fake = new FakeMachine(root);
    }

    @Test
    void takesTheIsolatedCoreForControl() {
        fake.expect("isolated core", OK, "core 3", "");
        fake.with("sys/devices/system/cpu/isolated", "1").with("sys/devices/system/cpu/nohz_full", "1");
        fake.expect("isolated core", OK, "core 1", "");
        FakeMachine.expect(
                fake.find("isolated core", null, 2), WARN, "core 2", "isolcpus=managed_irq,domain,2 nohz_full=2");
    }

    @Test
    void wantsACoreForControlAlone() {
        fake.with("sys/devices/system/cpu/isolated", "").with("sys/devices/system/cpu/nohz_full", "(null)");
        fake.expect("isolated core", WARN, "core 3 of 0-3 is shared", "nohz_full=3 rcu_nocbs=3 irqaffinity=0-2");
        fake.with("sys/devices/system/cpu/isolated", "3");
        fake.expect("isolated core", WARN, "tick", "nohz_full=3");
        FakeMachine.expect(fake.find("isolated core", null, 9), FAIL, "core 9 is not online", "--cpu 3");
        fake.with("sys/devices/system/cpu/online", "0");
        FakeMachine.expect(fake.find("isolated core", null, 0), FAIL, "one core", "");
        fake.without("sys/devices/system/cpu/online");
        fake.expect("isolated core", WARN, "unknown", "");
    }

    @Test
    void findsInterruptsOnTheControlCore() {
        fake.expect("interrupts", OK, "none of 1 on core 3", "");
        fake.interrupt(25, "nvme0q1", "0-3", "3").interrupt(26, "xhci_hcd", "0-3", "0");
        fake.expect("interrupts", WARN, "1 of 3 on core 3 (nvme0q1)", "for i in 25; do echo 0-2");
        fake.with("proc/irq/26/effective_affinity_list", "");
        fake.expect("interrupts", WARN, "2 of 3 on core 3 (nvme0q1, xhci_hcd)", "for i in 25 26;");
        fake.without("proc/irq");
        fake.expect("interrupts", WARN, "unknown", "/proc/interrupts");
    }

    @Test
    void wantsFullFrequency() {
        fake.expect("frequency", OK, "performance on 4 cores", "");
        fake.with("sys/devices/system/cpu/cpu2/cpufreq/scaling_governor", "schedutil");
        fake.expect("frequency", WARN, "performance on 3 cores, schedutil on 1 core", "echo performance");
        for (int core = 0; core < 4; core++) {
            fake.without("sys/devices/system/cpu/cpu" + core + "/cpufreq");
        }
        fake.expect("frequency", OK, "not scaled", "");
    }

    @Test
    void wantsShallowIdleStatesOrTheFileThatHoldsThemOff() {
        fake.expect("idle states", OK, "C1, 2 us", "");
        fake.idleState(0, 2, "C6", 900);
        fake.expect("idle states", OK, "C1", "");
        fake.idleState(3, 2, "C6", 130);
        fake.expect("idle states", WARN, "C6, 130 us", "chmod o+rw /dev/cpu_dma_latency");
        fake.with("usr/lib/udev/rules.d/60-gaitd.rules", "");
        fake.expect("idle states", WARN, "C6, 130 us", "usermod -aG gaitd");
        fake.with("sys/devices/system/cpu/cpu3/cpuidle/state2/disable", "1");
        fake.expect("idle states", OK, "C1, 2 us", "");
        fake.idleState(3, 2, "C6", 130).with("dev/cpu_dma_latency", "");
        fake.expect("idle states", OK, "hold it off", "");
    }

    @Test
    void findsTheInterfaceOfTheRobot() {
        fake.expect("robot network", OK, "eth0 192.168.123.162, up", "");
        fake.with("sys/class/net/eth0/operstate", "down");
        fake.expect("robot network", FAIL, "down", "ip link set eth0 up");
    }

    @Test
    void tellsHowToGetAnAddressBesideTheRobots() {
        fake.route("eth0", "000200C0", "00FFFFFF");
        fake.expect("robot network", FAIL, "no interface", "ip address add 192.168.123.162/24 dev eth0");
        fake.with("sys/class/net/enp3s0/operstate", "up");
        FakeMachine.expect(fake.find("robot network", "enp3s0", -1), FAIL, "no interface", "dev enp3s0");
        fake.without("proc/net/route");
        fake.expect("robot network", FAIL, "no interface", "dev eth0");
    }

    @Test
    void refusesInterfacesThatAreNotThereOrNotOnTheWay() {
        FakeMachine.expect(fake.find("robot network", "eth7", -1), FAIL, "no interface eth7", "ip -brief link");
        fake.with("sys/class/net/eth1/operstate", "up");
        FakeMachine.expect(fake.find("robot network", "eth1", -1), FAIL, "by eth0, not by eth1", "dev eth1");
    }

    @Test
    void refusesAnAddressOfTheRobotItself() {
        fake.address("192.168.123.10");
        fake.expect("robot network", FAIL, "an address of the robot", "address del 192.168.123.10/24");
        fake.without("proc/net/fib_trie");
        fake.expect("robot network", OK, "unknown: no address", "");
    }

    @Test
    void wantsTheRobotsHardwareAddressKeptWhenTheCableLosesContact() {
        final String all = "proc/sys/net/ipv4/conf/all/arp_evict_nocarrier";
        final String one = "proc/sys/net/ipv4/conf/eth0/arp_evict_nocarrier";
        fake.with(all, "1\n").with(one, "1\n");
        fake.expect("robot network", WARN, "hardware address", "sysctl -w net.ipv4.conf.all.arp_evict_nocarrier=0");
        fake.with(all, "0\n");
        fake.expect("robot network", OK, "eth0 192.168.123.162, up", "");
        fake.with(all, "1\n").with(one, "0\n");
        fake.expect("robot network", OK, "eth0 192.168.123.162, up", "");
    }

    @Test
    void wantsACable() {
        fake.with("sys/class/net/wlan0/operstate", "up").with("sys/class/net/wlan0/wireless/x", "");
        fake.route("wlan0", "007BA8C0", "00FFFFFF");
        fake.expect("robot network", WARN, "wireless", "dev eth0");
    }

    @Test
    void wantsSerialAdaptersThatAnswerAtOnce() {
        fake.expect("serial adapters", OK, "none", "");
        final String timer = "sys/bus/usb-serial/devices/ttyUSB0/latency_timer";
        fake.with(timer, "16");
        fake.expect("serial adapters", WARN, "ttyUSB0 16 ms", "echo 1 | sudo tee /" + timer);
        fake.with(timer, "1");
        fake.expect("serial adapters", OK, "ttyUSB0 1 ms", "");
    }

    /** A PC's four built-in ports are in the list of devices whether they are there or not. */
    @Test
    void listsSerialPortsWithTheNamesThatStay() throws IOException {
        fake.with("sys/class/tty/ttyS0/type", "0").with("sys/class/tty/ttyS0/device/id", "");
        fake.with("sys/class/tty/tty0/dev", "4:0");
        fake.expect("serial adapters", OK, "none", "");
        fake.with("sys/class/tty/ttyS1/type", "4").with("sys/class/tty/ttyS1/device/id", "");
        fake.with("sys/class/tty/ttyACM0/device/id", "");
        fake.with("dev/serial/by-path/README", "no link");
        Files.createSymbolicLink(
                fake.root.resolve("dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0"), Path.of("../../ttyACM0"));
        final String all = "ttyACM0 (/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0), ttyS1";
        fake.expect("serial adapters", OK, all, "");
        assertEquals(all, fake.find("serial adapters").is());
    }
}
