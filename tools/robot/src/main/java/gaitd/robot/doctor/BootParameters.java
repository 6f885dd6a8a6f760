package gaitd.robot.doctor;

/** The command that adds a parameter to the kernel's command line, which every boot loader keeps elsewhere. */
final class BootParameters {
    private BootParameters() {}

    static String add(final Machine machine, final String parameters) {
        if (machine.exists("etc/default/grub")) {
            return "sudo sed -i 's/^GRUB_CMDLINE_LINUX=\"/&" + parameters
                    + " /' /etc/default/grub && sudo update-grub && sudo reboot";
        }
        if (machine.exists("boot/firmware/cmdline.txt")) {
            return "sudo sed -i '1s/$/ " + parameters + "/' /boot/firmware/cmdline.txt && sudo reboot";
        }
        if (machine.exists("boot/extlinux/extlinux.conf")) {
            return "sudo sed -i 's/^ *APPEND .*/& " + parameters + "/' /boot/extlinux/extlinux.conf && sudo reboot";
        }
        return "sudo reboot  # after adding to the kernel's command line in the boot loader: " + parameters;
    }
}
