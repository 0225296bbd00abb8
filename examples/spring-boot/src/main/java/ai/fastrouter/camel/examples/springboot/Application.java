package ai.fastrouter.camel.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A REST service that talks, listens, speaks and makes jingles. Everything it does is in its routes. */
@SpringBootApplication
public class Application {

    /** Serves until it is stopped. */
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
