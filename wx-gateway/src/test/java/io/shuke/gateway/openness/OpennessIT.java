package io.shuke.gateway.openness;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.shuke.Shuke;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = Shuke.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "shuke.embedded.enabled=true",
            "shuke.embedded.data=${shuke.test.data}",
            "shuke.embedded.schema=fresh",
            "shuke.keys.folder=${shuke.test.data}/keys",
            "shuke.keys.create=true",
            "shuke.jdbc.queue=1024",
            "management.server.port=0"
        })
class OpennessIT {

    @Autowired
    ApplicationContext program;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Test
    void everyDoorIsDescribedInWords() throws Exception {
        assertThat(operations()).isNotEmpty().allSatisfy((door, operation) -> {
            assertThat(operation.path("summary").asString()).as(door).isNotEmpty();
            assertThat(operation.path("responses").path("default").path("$ref").asString())
                    .as(door)
                    .endsWith("/Problem");
        });
    }

    @Test
    void theCustomerIsNobodysParameter() throws Exception {
        assertThat(get(port, "/openapi.json")).doesNotContain("\"customer\"").doesNotContain("\"Customer\"");
    }

    @Test
    void whatIsPersonalNeedsASession() throws Exception {
        assertThat(operations()).allSatisfy((door, operation) -> {
            if (door.matches("[a-z]+/api/me(/.*)?")) {
                assertThat(operation.path("responses").has("401")).as(door).isTrue();
                assertThat(operation.path("security").size()).as(door).isEqualTo(2);
            }
        });
    }

    @Test
    void aBodyNamesWhatItAlwaysHas() throws Exception {
        var card = json.readTree(get(port, "/openapi.json")).at("/components/schemas/CardBody/required");
        assertThat(card.toString()).contains("number", "points").doesNotContain("levelProgress");
    }

    /** Two of one name would be described as one. */
    @Test
    void noTwoBodiesHaveTheSameName() {
        var bodies = program
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .map(method -> method.getBeanType())
                .distinct()
                .filter(type -> !type.getPackageName().endsWith(".simulator"))
                .flatMap(type -> Stream.of(type.getDeclaredClasses()))
                .filter(type -> type.getSimpleName().endsWith("Body"))
                .collect(Collectors.groupingBy(Class::getSimpleName));
        assertThat(bodies).isNotEmpty();
        assertThat(bodies.values()).filteredOn(types -> types.size() > 1).isEmpty();
    }

    @Test
    void nothingIsTracedWhileNobodyListens() {
        assertThat(program.getBeansOfType(Tracer.class)).isEmpty();
    }

    @Test
    void figuresAreOnTheirOwnPortAndThereOnly() throws Exception {
        assertThat(get(managementPort, "/actuator/prometheus"))
                .contains("hikaricp_connections_active", "jvm_memory_used_bytes");
        assertThat(status(port, "/actuator/prometheus")).isEqualTo(404);
        assertThat(status(managementPort, "/actuator/env")).isEqualTo(404);
        assertThat(get(managementPort, "/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");
    }

    private Map<String, JsonNode> operations() throws Exception {
        var operations = new HashMap<String, JsonNode>();
        json.readTree(get(port, "/openapi.json")).path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.put(operation.getKey() + path.getKey(), operation.getValue())));
        return operations;
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return answer(port, path).body();
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        return answer(port, path).statusCode();
    }

    private static HttpResponse<String> answer(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
