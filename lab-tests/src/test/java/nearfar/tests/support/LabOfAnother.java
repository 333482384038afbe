package nearfar.tests.support;

import nearfar.lab.Lab;
import nearfar.lab.LabSettings;

/** A program that starts a small lab, prints its name, and runs until it is killed. */
public final class LabOfAnother {
  public static final String SAYS = "lab is up: ";

  private LabOfAnother() {}

  public static void main(String[] arguments) throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults().clients(0, 0))) {
      System.out.println(SAYS + lab.name());
      System.in.transferTo(System.out);
    }
  }
}
