package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.List;
import org.testcontainers.containers.ContainerState;

/** A container that was added to a running lab, which Testcontainers does not list. */
record LabContainer(DockerClient docker, String name) implements ContainerState {
  @Override
  public List<Integer> getExposedPorts() {
    return List.of();
  }

  @Override
  public InspectContainerResponse getContainerInfo() {
    return docker.inspectContainerCmd(name).exec();
  }
}
